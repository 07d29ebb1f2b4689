"""The review desk: candidates one after another, with their evidence, decided by single keys."""
