"""Reads k6's samples (CSV) from standard input and writes what happened in every second as JSON to standard output.

A run of two hours has millions of samples, so durations are kept as counts per bucket; a bucket is 2 % wide.
"""

import csv
import json
import math
import sys

NOT_LOAD = {"", "warmup", "metrics"}  # "" is setup and teardown
WIDTH = math.log(1.02)


def bucket(millis):
    return 0 if millis <= 0.01 else int(math.log(millis / 0.01) / WIDTH) + 1


def kind(status):
    if "200" <= status <= "299" and len(status) == 3:
        return "answered"
    if status == "409":
        return "refused"
    return "turnedAway" if status in ("429", "503") else "broken"


def main():
    seconds = {}
    column = None
    for line in sys.stdin:
        if line.startswith("metric_name,"):
            column = {name: i for i, name in enumerate(line.rstrip("\n").split(","))}
            continue
        # Only these two of k6's many metrics; looking at the first letters is what keeps up with the stream.
        duration = line.startswith("http_req_duration,")
        if column is None or not (duration or line.startswith("dropped_iterations,")):
            continue
        row = next(csv.reader([line])) if '"' in line else line.split(",")
        if row[column["scenario"]] in NOT_LOAD:
            continue
        second = seconds.setdefault(int(float(row[column["timestamp"]])), {"buckets": {}})
        value = float(row[column["metric_value"]])
        if not duration:
            second["notSent"] = second.get("notSent", 0) + int(value)
            continue
        which = kind(row[column["status"]])
        second[which] = second.get(which, 0) + 1
        number = bucket(value)
        second["buckets"][number] = second["buckets"].get(number, 0) + 1
    start = min(seconds, default=0)
    json.dump([dict(seconds[second], second=second - start) for second in sorted(seconds)], sys.stdout)


if __name__ == "__main__":
    main()
