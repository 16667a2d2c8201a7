"""The conversation with the judge."""

from foundry_harness.cut import cut
from foundry_harness.limits import REPR_LENGTH
from foundry_harness.processes.child_gone import ChildGone
from foundry_harness.session.malformed import MALFORMED


class PredicateJudge:
    """The judge's child; a predicate that ends it is not asked again."""

    def __init__(self, session):
        self.session = session
        self.predicates = session.request["predicates"]
        self.child = None
        self.ended = {}

    def open(self):
        """The child that knows the predicates."""
        if self.child is None:
            self.child = self.session.open("judge")
            message = {
                "op": "predicates",
                "sources": self.predicates,
                "parameters": self.session.request["parameters"],
                "steps": self.session.limits["stepsPerCall"],
            }
            list(self.child.ask(message, 1, self.session.clock))
        return self.child

    def close(self):
        """Ends it; the next question starts another."""
        if self.child is not None:
            self.session.close(self.child)
            self.child = None

    def make_inputs(self):
        """Arguments, expected result and error of each input of the request, in order."""
        made = []
        items = [
            {"arguments": item["arguments"], "expected": item.get("expected")}
            for item in self.session.request["inputs"]
        ]
        while len(made) < len(items):
            message = {"op": "inputs", "items": items[len(made) :]}
            try:
                for reply in self.open().ask(message, len(items) - len(made), self.session.clock):
                    made.append({key: reply[key] for key in ("arguments", "expected", "error")})
            except (ChildGone, *MALFORMED) as gone:
                self.close()
                reason = gone.message if isinstance(gone, ChildGone) else "it is no value"
                error = f"the input cannot be made: {reason}"
                made.append({"arguments": None, "expected": None, "error": error})
        return made

    def judge(self, calls, which=None):
        """Outcomes by call, in the order of the predicates asked for."""
        asked = list(range(len(self.predicates)) if which is None else which)
        outcomes = [[{"kind": "unknown"} for _ in asked] for _ in calls]
        waiting = [(row, call) for row, call in enumerate(calls) if call.is_judgeable]
        while waiting:
            alive = [column for column, index in enumerate(asked) if index not in self.ended]
            done = self.ask(waiting, alive, asked, outcomes)
            if done is None:
                break
            waiting = waiting[done:]
        for row, call in enumerate(calls):
            if call.is_judgeable:
                for column, index in enumerate(asked):
                    if index in self.ended:
                        outcomes[row][column] = self.ended[index]
        return outcomes

    def ask(self, waiting, alive, asked, outcomes):
        """None when every answer came, else how many calls are judged completely."""
        message = {
            "op": "judge",
            "items": [call.as_item() for _, call in waiting],
            "which": [asked[c] for c in alive],
        }
        count = 0
        try:
            for reply in self.open().ask(message, len(waiting) * len(alive), self.session.clock):
                outcomes[waiting[count // len(alive)][0]][alive[count % len(alive)]] = (
                    check_outcome(reply)
                )
                count += 1
            return None
        except (ChildGone, *MALFORMED) as gone:
            self.close()
            is_slow = isinstance(gone, ChildGone) and gone.limit == "time"
            message = (
                "the predicate took too long" if is_slow else "the predicate ended the interpreter"
            )
            error = "TimeoutError" if is_slow else "InterpreterExit"
            self.ended[asked[alive[count % len(alive)]]] = {
                "kind": "raised",
                "error": error,
                "message": message,
            }
            return count // len(alive)


def check_outcome(reply):
    """The outcome in an answer; raises one of MALFORMED when there is none."""
    if reply["kind"] in ("holds", "fails", "unknown"):
        return {"kind": reply["kind"]}
    return {
        "kind": "raised",
        "error": str(reply["error"])[:100],
        "message": cut(str(reply["message"]), REPR_LENGTH),
    }
