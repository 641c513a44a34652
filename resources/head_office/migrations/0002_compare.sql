-- Finds a redemption of any journal by its reference, and what came back of it by the day on which it came back.

-- A batch asks which of its references another journal has. With the journal first, that read the whole table.
ALTER TABLE attempt DROP CONSTRAINT attempt_pkey, ADD PRIMARY KEY (reference, journal);
