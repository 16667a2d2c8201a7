"""Runs implementations of one function on inputs and judges the assertions of its IR.

Standard library only, CPython 3.10 or newer and Pyodide. Two ways in:

- `browser.run(request_json, emit)`: everything in this interpreter. For Pyodide, where the
  browser's worker is the boundary and whoever started it ends it. Code that wants to can reach the
  harness there, so what such a run says is as honest as its code: it informs the person who
  started it, and nothing is stored or decided by it.
- as a program (`main`): request on stdin, events as JSON lines on stdout. This process, the
  controller, never executes anything from the request. Untrusted code runs in children: one for
  each implementation, one for all mutants, one judge for inputs and predicates. A child has neither
  stdin nor stdout nor a handle on the events; it answers over its own pipe with plain data
  that the controller checks. So a child can lie about its own results, which is the same as
  returning something else, and can write no event, see no expected result and not touch what
  another implementation returned. A child that hangs, dies or floods costs its own call only.
  The controller adds no isolation from the machine: that is the sandbox's part.

Values travel as JSON: None, booleans, small integers and strings as themselves, everything else
as [tag, ...]. Containers carry a number, by which a second occurrence refers to the first, so
that "the very object that was passed" survives the journey (see `judging.world`).

`parameter is x` in a predicate: a parameter means its value BEFORE the call, in a copy the call
never saw, so changing an argument in place fools no predicate. Identity, however, is asked of
the objects that really were passed: `is`, `is not` and `id()` first replace every part of the
copy by its counterpart from the call. For numbers and text, equal value and type count as
identical, because there Python promises nothing either way.

Every process pays for what it imports, and nothing keeps compiled modules for it: a child imports
what its role needs and no more.
"""
