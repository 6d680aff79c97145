"""Writes <suite>.json, .md and .svg from k6's summary and the timeline; ends with 1 when a threshold failed.

report.py SUITE SUMMARY TIMELINE MACHINE FOLDER, where MACHINE is JSON about the machine and the run.
"""

import json
import math
import os
import sys

import plot

POINTS = 150
CALL_PREFIX = "http_req_duration{call:"


def millis(bucket):
    return 0.01 * 1.02 ** (bucket - 0.5)


def percentile(buckets, part):
    wanted, seen = part * sum(buckets.values()), 0
    for bucket in sorted(buckets):
        seen += buckets[bucket]
        if seen >= wanted:
            return round(millis(bucket), 3)
    return None


def condense(seconds):
    """At most POINTS points of equal width."""
    if not seconds:
        return []
    width = max(1, math.ceil((seconds[-1]["second"] + 1) / POINTS))
    points = {}
    for second in seconds:
        start = second["second"] // width * width
        point = points.setdefault(start, {"buckets": {}})
        for name, value in second.items():
            if name not in ("second", "buckets"):
                point[name] = point.get(name, 0) + value
        for bucket, count in second["buckets"].items():
            point["buckets"][int(bucket)] = point["buckets"].get(int(bucket), 0) + count
    result = []
    for start in range(0, max(points) + 1, width):
        point = points.get(start, {"buckets": {}})
        # The last point may stand for fewer seconds than the others.
        length = min(width, seconds[-1]["second"] + 1 - start)
        rates = {
            name: round(point.get(name, 0) / length, 1)
            for name in ("answered", "refused", "turnedAway", "broken", "notSent")
        }
        buckets = point["buckets"]
        latency = {name: percentile(buckets, part) for name, part in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))}
        result.append({"second": start, **rates, **latency})
    return result


def figures(metrics, timeline_seconds):
    def values(name):
        return metrics.get(name, {}).get("values", {})

    duration = values("http_req_duration{scenario:load}")
    length = timeline_seconds[-1]["second"] + 1 if timeline_seconds else 0
    count = values("http_reqs{scenario:load}").get("count", 0)
    return {
        "requests": count,
        "seconds": length,
        "requestsPerSecond": round(count / length, 1) if length else None,
        "notSent": values("dropped_iterations").get("count", 0),
        "errors": values("errors{scenario:load}").get("rate"),
        "turnedAway": values("turned_away{scenario:load}").get("rate"),
        "broken": values("broken{scenario:load}").get("rate"),
        "latencyMillis": latency(duration),
        "calls": {
            name[len(CALL_PREFIX):].split(",")[0]: latency(metric["values"])
            for name, metric in sorted(metrics.items())
            if name.startswith(CALL_PREFIX) and metric["values"].get("max")
        },
        "probe": {
            phase: latency(values(f"probe{{phase:{phase}}}"))
            for phase in ("before", "during", "after")
            if values(f"probe{{phase:{phase}}}").get("max")
        },
        "users": values("vus_max").get("max"),
        "checks": {"passed": values("checks").get("passes", 0), "failed": values("checks").get("fails", 0)},
    }


def latency(values):
    names = (("p50", "med"), ("p95", "p(95)"), ("p99", "p(99)"), ("longest", "max"))
    return {name: round(values[key], 2) for name, key in names if values.get(key) is not None}


def thresholds(summary):
    """What k6 judged, and what the suite judged from the whole run (which k6 cannot express)."""
    result = []
    for name, metric in sorted(summary["metrics"].items()):
        for condition, verdict in metric.get("thresholds", {}).items():
            found = measured(metric["values"], condition)
            result.append({"name": f"{name} {condition}", "measured": found, "ok": verdict["ok"]})
    for judgement in summary["judgements"]:
        result.append({"name": judgement["name"], "measured": judgement["detail"], "ok": judgement["ok"]})
    return result


def measured(values, condition):
    for sign in "<>=":
        condition = condition.split(sign)[0]
    value = values.get(condition.strip())
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def markdown(suite, result):
    machine, found, out = result["machine"], result["figures"], []
    out += [f"# {suite}", ""]
    if machine["quick"]:
        out += ["Scaled down with `--quick`: it shows that the suite runs, not how fast Daybook is.", ""]
    where = "the load generator shares the machine" if machine["local"] else "against a running instance"
    out += [
        f"{machine['date']}, {machine['processors']} processors ({machine['processor']}), {machine['memory']}, "
        f"{machine['system']}, {machine['k6']}, commit {machine['commit']}; {where}.",
        "",
        f"Options: {', '.join(f'{k}={v}' for k, v in machine['options'].items()) or 'defaults'}.",
        "",
        f"![throughput and latency]({suite}.svg)",
        "",
        "| threshold | measured | met |",
        "|---|---|---|",
    ]
    words = {True: "yes", False: "**no**", None: "**not judged**"}
    out += [f"| `{it['name']}` | {it['measured']} | {words[it['ok']]} |" for it in result["thresholds"]]
    out += ["", "| figure | |", "|---|---|"]
    out += [f"| requests | {found['requests']:,} in {found['seconds']} s, {found['requestsPerSecond']}/s |"]
    out += [f"| not sent, because every user of the generator was waiting | {found['notSent']:,} |"]
    for name, label in (("turnedAway", "answered 429 or 503"), ("broken", "other errors or no answer")):
        if found[name] is not None:
            out += [f"| {label} | {found[name]:.3%} |"]
    out += [f"| checks | {found['checks']['passed']:,} passed, {found['checks']['failed']:,} failed |"]
    out += ["", "| call | p50 | p95 | p99 | longest |", "|---|---|---|---|---|"]
    probe = [(f"probe, {phase}", row) for phase, row in found["probe"].items()]
    for name, row in [("all", found["latencyMillis"]), *found["calls"].items(), *probe]:
        out += [f"| {name} | " + " | ".join(f"{row[key]:,.1f} ms" if key in row else "" for key in plot.COLUMNS) + " |"]
    out += ["", f"Written by `load/run {suite}`."]
    return "\n".join(out) + "\n"


def main():
    suite, summary_file, timeline_file, machine_file, folder = sys.argv[1:6]
    with open(summary_file) as file:
        summary = json.load(file)
    with open(timeline_file) as file:
        seconds = json.load(file)
    with open(machine_file) as file:
        machine = json.load(file)
    result = {
        "suite": suite,
        "machine": machine,
        "thresholds": thresholds(summary),
        "figures": figures(summary["metrics"], seconds),
        "judgements": summary["judgements"],
        "timeline": condense(seconds),
    }
    os.makedirs(folder, exist_ok=True)
    target = os.path.join(folder, suite)
    text = json.dumps({key: value for key, value in result.items() if key != "timeline"}, indent=2)
    # One point a line: a timeline of a value a line is unreadable, also as a difference.
    points = ",\n".join("    " + json.dumps(point) for point in result["timeline"])
    with open(target + ".json", "w") as file:
        file.write(f'{text[:-2]},\n  "timeline": [\n{points}\n  ]\n}}\n')
    with open(target + ".md", "w") as file:
        file.write(markdown(suite, result))
    with open(target + ".svg", "w") as file:
        file.write(plot.draw(suite, result["timeline"]))
    # What could not be judged has not been passed; in a quick run it is only too short for it.
    bad = [it for it in result["thresholds"] if it["ok"] is False or (it["ok"] is None and not machine["quick"])]
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
