"""The changes of the reference, tried out."""

from foundry_harness.limits import CHUNK
from foundry_harness.processes.child_gone import ChildGone
from foundry_harness.session.implementation_run import ImplementationRun


class MutantRun:
    """Which changes of the reference no predicate notices."""

    def __init__(self, session, source):
        self.session = session
        self.source = source

    def run(self):
        """Tells a `mutant` event for each change."""
        session = self.session
        child = session.open("mutants")
        message = {
            "op": "mutate",
            "source": self.source,
            "name": session.request["functionName"],
            "max": session.request["maxMutants"],
        }
        try:
            (reply,) = list(child.ask(message, 1, session.clock))
        except ChildGone:
            return
        for mutant in reply["mutants"]:
            runner = ImplementationRun(session, mutant["source"], is_silent=True)
            runner.child, child = child, None
            verdict = self.judge_mutant(runner)
            session.emit(
                {"type": "mutant", "change": mutant["change"], "line": mutant["line"], **verdict}
            )
            child = runner.child or session.open("runner")

    def judge_mutant(self, runner):
        """Whether any predicate notices it, as far as the inputs go."""
        if runner.load() is not None:
            return {"outcome": "killed", "killedBy": None, "input": None}
        first = None
        for start in range(0, len(self.session.inputs), CHUNK):
            different = []
            for call in runner.call(range(start, min(start + CHUNK, len(self.session.inputs)))):
                reference = self.session.reference.get(call.input)
                if reference is not None and reference.behaviour != call.behaviour:
                    different.append(call)
                if call.has_ended_child:
                    break
            if different and first is None:
                first = different[0].input
            killer = self.find_killer(different)
            if killer is not None:
                return {"outcome": "killed", "killedBy": killer[0], "input": first}
        outcome = "equivalent" if first is None else "survived"
        return {"outcome": outcome, "killedBy": None, "input": first}

    def find_killer(self, different):
        """The predicate that notices, in a tuple; None in it when the call itself broke."""
        judged = self.session.judge.judge(different)
        for call, outcomes in zip(different, judged):
            reference = self.session.reference[call.input]
            if call.is_broken and not reference.is_broken:
                return (None,)
            known = self.session.outcomes[call.input]
            for index, outcome in enumerate(outcomes):
                if outcome["kind"] in ("fails", "raised") and known[index]["kind"] not in (
                    "fails",
                    "raised",
                ):
                    return (index,)
        return None
