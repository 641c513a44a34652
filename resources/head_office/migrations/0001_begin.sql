-- What tills have sent, and who may send and read.

-- The company's own key for digests of members. Every till gets it with its own key.
CREATE TABLE company (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    digest_key bytea NOT NULL
);

-- A till's or a reader's key. Only its hash is kept: 256 random bits need no slower one.
CREATE TABLE credential (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    till text,
    reader text,
    key_hash bytea NOT NULL UNIQUE,
    made timestamptz NOT NULL DEFAULT now(),
    ends timestamptz,
    CHECK ((till IS NULL) <> (reader IS NULL))
);
CREATE INDEX credential_till ON credential (till) WHERE till IS NOT NULL;

CREATE TABLE till (
    name text PRIMARY KEY,
    store text NOT NULL DEFAULT '',
    version text NOT NULL DEFAULT '',
    contact timestamptz,
    clock_off double precision NOT NULL DEFAULT 0,
    journal text NOT NULL DEFAULT '',
    events bigint NOT NULL DEFAULT 0,
    acknowledged bigint NOT NULL DEFAULT 0
);

-- A chain of events. If a journal was copied and both copies went on, each has a branch: it shares the events of its
-- parent up to `forked_after`.
CREATE TABLE journal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    identity text NOT NULL,
    branch integer NOT NULL DEFAULT 0,
    parent bigint REFERENCES journal (id),
    forked_after bigint NOT NULL DEFAULT 0,
    till text NOT NULL,
    last bigint NOT NULL DEFAULT 0,
    head bytea NOT NULL,
    since timestamptz NOT NULL DEFAULT now(),
    UNIQUE (identity, branch)
);
CREATE INDEX journal_till ON journal (till);

-- Only ever added to. The month is that of arrival, so that old months can be detached as a whole.
CREATE TABLE event (
    journal bigint NOT NULL,
    number bigint NOT NULL,
    received timestamptz NOT NULL,
    at timestamptz NOT NULL,
    at_text text NOT NULL,
    at_us bigint NOT NULL,
    what text NOT NULL,
    till text NOT NULL,
    cashier text NOT NULL,
    reference text NOT NULL,
    request_id text NOT NULL,
    detail text NOT NULL,
    facts bytea NOT NULL,
    hash bytea NOT NULL,
    UNIQUE (journal, number, received)
) PARTITION BY RANGE (received);
CREATE INDEX event_reference ON event (reference) WHERE reference <> '';
-- Events of a month that has no partition yet. `migrate` and `serve` make those of the next months.
CREATE TABLE event_other PARTITION OF event DEFAULT;

-- The newest known state of each attempt of each journal. If copies of a journal know the same redemption, one row counts.
CREATE TABLE attempt (
    journal bigint NOT NULL REFERENCES journal (id),
    reference text NOT NULL,
    number bigint NOT NULL,
    counts boolean NOT NULL,
    is_own boolean NOT NULL,
    state text NOT NULL,
    points numeric,
    moved_points numeric,
    moved_value numeric,
    reversed_points numeric NOT NULL DEFAULT 0,
    balance numeric,
    bill text NOT NULL,
    program text NOT NULL,
    redemption_id text NOT NULL,
    request_id text NOT NULL,
    code text NOT NULL,
    validation text NOT NULL,
    till text NOT NULL,
    cashier text NOT NULL,
    store text NOT NULL,
    service text NOT NULL,
    day date NOT NULL,
    begun text NOT NULL,
    changed text NOT NULL,
    member text NOT NULL,
    mobile text NOT NULL,
    facts bytea NOT NULL,
    PRIMARY KEY (journal, reference)
);
CREATE UNIQUE INDEX attempt_counts ON attempt (reference) WHERE counts;
CREATE INDEX attempt_reference ON attempt (upper(reference));
CREATE INDEX attempt_day ON attempt (day) WHERE counts;
CREATE INDEX attempt_open ON attempt (day) WHERE counts AND state IN ('in_flight', 'unknown');
CREATE INDEX attempt_bill ON attempt (lower(bill)) WHERE bill <> '';
CREATE INDEX attempt_redemption ON attempt (lower(redemption_id)) WHERE redemption_id <> '';
CREATE INDEX attempt_member ON attempt (member) WHERE member <> '';

CREATE TABLE reversal (
    journal bigint NOT NULL REFERENCES journal (id),
    id text NOT NULL,
    number bigint NOT NULL,
    reference text NOT NULL,
    state text NOT NULL,
    points numeric,
    reversed_points numeric,
    value numeric,
    reversal_id text NOT NULL,
    approved_by text NOT NULL,
    till text NOT NULL,
    cashier text NOT NULL,
    day date NOT NULL,
    begun text NOT NULL,
    changed text NOT NULL,
    facts bytea NOT NULL,
    PRIMARY KEY (journal, id)
);
CREATE INDEX reversal_reference ON reversal (upper(reference));

-- Stays until someone closes it by hand, with a reason.
CREATE TABLE alarm (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    till text NOT NULL,
    journal text NOT NULL,
    number bigint NOT NULL DEFAULT 0,
    detail text NOT NULL DEFAULT '',
    first_seen timestamptz NOT NULL DEFAULT now(),
    last_seen timestamptz NOT NULL DEFAULT now(),
    times bigint NOT NULL DEFAULT 1,
    closed timestamptz,
    UNIQUE (kind, till, journal, number)
);
CREATE INDEX alarm_open ON alarm (till) WHERE closed IS NULL;

-- What another source says was redeemed: the service's report, or the POS's list of bills.
CREATE TABLE list (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text NOT NULL CHECK (source IN ('service', 'pos')),
    file text NOT NULL,
    digest bytea NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    imported timestamptz NOT NULL DEFAULT now(),
    UNIQUE (source, digest)
);
CREATE TABLE listed (
    list bigint NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    line bigint NOT NULL,
    source text NOT NULL,
    reference text NOT NULL,
    redemption_id text NOT NULL,
    bill text NOT NULL,
    points numeric,
    till text NOT NULL,
    store text NOT NULL,
    program text NOT NULL,
    day date NOT NULL,
    PRIMARY KEY (list, line)
);
CREATE INDEX listed_day ON listed (source, day);
CREATE INDEX listed_reference ON listed (upper(reference)) WHERE reference <> '';
CREATE INDEX listed_redemption ON listed (lower(redemption_id)) WHERE reference = '' AND redemption_id <> '';
CREATE INDEX listed_bill ON listed (lower(bill)) WHERE reference = '' AND redemption_id = '';

-- Who looked for what. Numbers of members are here only as their digests.
CREATE TABLE access_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    who text NOT NULL,
    address text NOT NULL,
    what text NOT NULL,
    asked text NOT NULL,
    found bigint NOT NULL
);
