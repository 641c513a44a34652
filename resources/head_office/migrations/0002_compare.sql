-- Finds a redemption of any journal by its reference, and what came back of it by the day on which it came back.

-- A batch asks which of its references another journal has. With the journal first, that read the whole table.
ALTER TABLE attempt DROP CONSTRAINT attempt_pkey, ADD PRIMARY KEY (reference, journal);

CREATE INDEX reversal_day ON reversal (day);
CREATE INDEX attempt_given_back ON attempt (left(changed, 10)) WHERE counts AND state = 'reversed';

-- A list that was fetched from the service is about one member, who is here as the keyed digest.
ALTER TABLE list ADD COLUMN member text NOT NULL DEFAULT '';
-- Whether it also says what came back.
ALTER TABLE list ADD COLUMN has_reversals boolean NOT NULL DEFAULT false;
CREATE INDEX list_member ON list (member, last_day) WHERE member <> '';
CREATE INDEX list_days ON list (source, last_day);

-- What another source says came back, on the day on which it did.
CREATE TABLE listed_reversal (
    list bigint NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    line bigint NOT NULL,
    source text NOT NULL,
    reference text NOT NULL,
    redemption_id text NOT NULL,
    reversal_id text NOT NULL,
    points numeric NOT NULL,
    bill text NOT NULL,
    till text NOT NULL,
    store text NOT NULL,
    program text NOT NULL,
    day date NOT NULL,
    PRIMARY KEY (list, line)
);
CREATE INDEX listed_reversal_day ON listed_reversal (source, day);
