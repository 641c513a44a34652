-- One index less for each redemption that arrives: what is looked for by its reference in any letter case is what counts.

CREATE UNIQUE INDEX attempt_counted ON attempt (upper(reference), reference) WHERE counts;
DROP INDEX attempt_counts, attempt_reference;
