"""The runner: pulls work from a studio, trains in a process of its own, and delivers what comes out."""
