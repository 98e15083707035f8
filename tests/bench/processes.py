"""Programs run and measured from outside."""

import dataclasses
import json
import math
import statistics
import subprocess

TIMED_OUT = 124  # the exit status of `timeout`


@dataclasses.dataclass
class Cost:
    """What a process took: seconds of the clock and of the processor, bytes of memory at the peak."""
    wall: float
    cpu: float
    peak: int = 0


def median(costs):
    return Cost(statistics.median(cost.wall for cost in costs),
                statistics.median(cost.cpu for cost in costs),
                max(cost.peak for cost in costs))


class Programs:
    """faktum, and the benchmarks' own programs, which CMake builds into `tools`."""

    def __init__(self, faktum, tools):
        self.faktum = faktum
        self.tools = tools

    def measured(self, command, limit=None):
        """Its cost; without end where it takes more than `limit` seconds."""
        guard = ["timeout", str(limit)] if limit else []
        answer = json.loads(self.output([self.tools / "faktum_measure", *guard, *command]))
        if limit and answer["status"] == TIMED_OUT:
            return Cost(math.inf, math.inf)
        assert answer["status"] == 0, f"{command} ends with status {answer['status']}"
        return Cost(answer["wall"], answer["user"] + answer["system"], answer["peak"])

    def extraction(self, path, *options, threads=1, limit=None):
        return self.measured([self.faktum, "-j", str(threads), *options, path], limit)

    def word_walk(self, path):
        answer = json.loads(self.output([self.tools / "faktum_yardstick", path, "1"]))
        return Cost(answer["wall"], answer["user"])

    def stages(self, path, runs):
        return json.loads(self.output([self.tools / "faktum_stages", path, str(runs)]))

    def facts(self, path, *options):
        """How many facts faktum finds; never none."""
        command = [self.faktum, "-f", "facts", *options, path]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            count = sum(block.count(b"\n") for block in iter(lambda: process.stdout.read(1 << 20), b""))
        assert process.returncode == 0, f"{command} ends with status {process.returncode}"
        assert count > 0, f"{command} finds nothing"
        return count

    @staticmethod
    def output(command):
        return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout


def side_by_side(runs, measurements):
    """The medians of `measurements` (functions that return a Cost, by name), taken in turn so that
    what disturbs the machine disturbs all of them."""
    costs = {name: [] for name in measurements}
    for _ in range(runs):
        for name, measure in measurements.items():
            costs[name].append(measure())
    return {name: median(taken) for name, taken in costs.items()}
