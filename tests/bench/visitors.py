"""Visitors of the app over real websockets, speaking as a browser would, and what they cost.

A visitor opens the app, which runs its script once, then settles days on the map, each of which
reruns the fragment round the map. Messages that the server marked as worth keeping are kept as
long as Streamlit's own front end keeps them, so that the server may send a reference instead.
"""

import asyncio
import json
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

from campaign.app.wording import full_date

PATIENCE = 60
"""Seconds after which a visitor gives up waiting for an answer."""
GAVE_UP = "gave up"
"""What is noted of such a visitor; the machine decides it, so no test fails on it."""


def report(day: date) -> dict[str, Any]:
    """What the page tells Streamlit when a day is settled."""
    shown = {"day": day.isoformat(), "view": "theatre"}
    return {**shown, "address": shown}


class CountingConnection(ClientConnection):
    """A websocket that counts the bytes that come over the wire, compressed or not."""

    received = 0

    def data_received(self, data: bytes) -> None:
        """Count, and pass on."""
        self.received += len(data)
        super().data_received(data)


@dataclass
class Answer:
    """What a visitor got for one request."""

    seconds: float
    received: int
    error: str = ""


@dataclass
class Kept:
    """A message that the front end keeps."""

    fragment: str
    last_used: int


@dataclass
class Visitor:
    """One browser's side of the protocol."""

    address: str
    socket: CountingConnection | None = None
    component: str = ""
    fragment: str = ""
    runs: int = 0
    oldest: int = 2
    kept: dict[str, Kept] = field(default_factory=dict)

    async def arrive(self) -> Answer:
        """Open the app and wait until it has run."""
        start = time.perf_counter()
        url = self.address.replace("http://", "ws://") + "/_stcore/stream"
        try:
            self.socket = await connect(
                url,
                subprotocols=["streamlit"],  # type: ignore[list-item]
                create_connection=CountingConnection,
                # what Chromium offers
                extensions=[ClientPerMessageDeflateFactory(client_max_window_bits=True)],
                compression=None,
                max_size=None,
                open_timeout=PATIENCE,
            )
        except TimeoutError:
            return Answer(time.perf_counter() - start, 0, GAVE_UP)
        return await self._ask(ClientState(), start)

    async def settle(self, day: date) -> Answer:
        """Settle a day on the map and wait until the panels have followed."""
        state = ClientState(fragment_id=self.fragment)
        widget = state.widget_states.widgets.add()
        widget.id = self.component
        widget.json_value = json.dumps(report(day))
        return await self._ask(state, time.perf_counter(), full_date(day))

    async def leave(self) -> None:
        """Close the connection."""
        if self.socket is not None:
            await self.socket.close()

    async def _ask(self, state: ClientState, start: float, heading: str = "") -> Answer:
        if self.socket is None:
            return Answer(0, 0, GAVE_UP)
        before = self.socket.received
        state.cached_message_hashes.extend(self.kept)
        await self.socket.send(BackMsg(rerun_script=state).SerializeToString())
        try:
            async with asyncio.timeout(PATIENCE):
                error = await self._listen(state.fragment_id, heading)
        except TimeoutError:
            error = GAVE_UP
        return Answer(time.perf_counter() - start, self.socket.received - before, error)

    async def _listen(self, fragment: str, heading: str) -> str:
        assert self.socket is not None
        found, error = not heading, ""
        async for frame in self.socket:
            assert isinstance(frame, bytes)
            message = ForwardMsg.FromString(frame)
            kind = message.WhichOneof("type")
            self._keep(message)
            if kind == "new_session":
                self.oldest = message.new_session.config.max_cached_message_age
            elif kind == "delta":
                element = message.delta.new_element
                if element.HasField("component_instance"):
                    self.component = element.component_instance.id
                    self.fragment = message.delta.fragment_id
                found = found or heading in element.heading.body + element.html.body
                error = element.exception.message or error
            elif kind == "script_finished":
                self._forget(fragment)
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    return "the script does not compile"
                return error or ("" if found else f"no heading with {heading}")
        return "the connection was closed"

    def _keep(self, message: ForwardMsg) -> None:
        if kept := self.kept.get(message.ref_hash or message.hash):
            kept.last_used = self.runs
        elif message.metadata.cacheable and message.hash:
            self.kept[message.hash] = Kept(message.delta.fragment_id, self.runs)

    def _forget(self, fragment: str) -> None:
        self.runs += 1
        self.kept = {
            key: kept
            for key, kept in self.kept.items()
            if self.runs - kept.last_used <= self.oldest or (fragment and kept.fragment != fragment)
        }


def processor_seconds(pid: int) -> float:
    """Processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid: int) -> float:
    """Memory that a process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@dataclass(frozen=True)
class Cost:
    """What one kind of request cost, over all that were made."""

    answers: list[Answer]
    processor: float
    """Seconds of processor for all of them."""

    def __str__(self) -> str:
        count = len(self.answers)
        seconds = sorted(answer.seconds for answer in self.answers)
        return (
            f"{count:5} × {1000 * self.processor / count:6.1f} ms processor, "
            f"{self.received / 1000:6.1f} kB, "
            f"answered in {1000 * seconds[count // 2]:6.0f} ms "
            f"(95 %: {1000 * seconds[int(0.95 * (count - 1))]:6.0f} ms), "
            f"{sum(answer.error == GAVE_UP for answer in self.answers)} gave up, "
            f"{len(self.errors)} errors"
        )

    @property
    def received(self) -> float:
        """Bytes that came for one of them."""
        return sum(answer.received for answer in self.answers) / len(self.answers)

    @property
    def errors(self) -> list[str]:
        """What went wrong, apart from waiting too long."""
        return [answer.error for answer in self.answers if answer.error not in ("", GAVE_UP)]


Act = Callable[[Visitor], Awaitable[list[Answer]]]


async def cost(pid: int, visitors: list[Visitor], act: Act, over: float) -> Cost:
    """Let every visitor act, their beginnings spread evenly over some seconds."""

    async def begin(number: int, visitor: Visitor) -> list[Answer]:
        await asyncio.sleep(over * number / len(visitors))
        return await act(visitor)

    before = processor_seconds(pid)
    answers = await asyncio.gather(*(begin(n, visitor) for n, visitor in enumerate(visitors)))
    return Cost([one for some in answers for one in some], processor_seconds(pid) - before)


async def visit(
    address: str, pid: int, count: int, days: list[date], pause: float, over: float
) -> tuple[Cost, Cost, float]:
    """Let visitors arrive, and each settle some days with a pause between.

    Parameters
    ----------
    address
        Where the app is.
    pid
        Its process.
    count
        Number of visitors.
    days
        What each of them settles, one after the other.
    pause
        Seconds between two days.
    over
        Seconds over which the visitors arrive, and over which they begin to settle days.

    Returns
    -------
    The cost of the first visits, that of the settled days, and the MB that a visitor holds.
    """

    async def settle(visitor: Visitor) -> list[Answer]:
        found = []
        for day in days:
            found.append(await visitor.settle(day))
            await asyncio.sleep(pause)
        return found

    async def arrive(visitor: Visitor) -> list[Answer]:
        return [await visitor.arrive()]

    before = resident_mb(pid)
    visitors = [Visitor(address) for _ in range(count)]
    try:
        first = await cost(pid, visitors, arrive, over)
        settled = await cost(pid, visitors, settle, over)
        memory = (resident_mb(pid) - before) / count
    finally:
        await asyncio.gather(*(visitor.leave() for visitor in visitors))
    return first, settled, memory
