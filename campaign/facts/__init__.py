"""What the sources say: the tables of ``geodata/tables``, read row by row and checked."""
