"""Prints as JSON where and with which options a suite ran: machine.py QUICK LOCAL HOME SUITE_FILE."""

import datetime
import json
import os
import platform
import re
import subprocess
import sys


def output(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            found = re.search(r"model name\s*:\s*(.+)", file.read())
            return found.group(1).strip() if found else platform.machine()
    except OSError:
        return output("sysctl", "-n", "machdep.cpu.brand_string") or platform.machine()


def memory():
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"


def options(suite):
    """Those that the suite and the files that it imports know, and the caller gave."""
    with open(suite) as file:
        texts = [file.read()]
    for name in re.findall(r"from '\./([\w-]+\.js)'", texts[0]):
        with open(os.path.join(os.path.dirname(suite), name)) as file:
            texts.append(file.read())
    known = {name for text in texts for name in re.findall(r"option\('(\w+)'", text)}
    return {name: os.environ[name] for name in sorted(known) if os.environ.get(name)}


def commit(home):
    head = output("git", "-C", home, "rev-parse", "--short", "HEAD") or "unknown"
    changed = output("git", "-C", home, "status", "--porcelain", "--untracked-files=no", "--", ":!docs")
    return head + (" with local changes" if changed else "")


quick, local, home, suite = sys.argv[1:5]
json.dump(
    {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "quick": quick == "true",
        "local": local == "true",
        "processors": os.cpu_count(),
        "processor": processor(),
        "memory": memory(),
        "system": f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}",
        "k6": output("k6", "version").split(" (")[0],
        "commit": commit(home),
        "options": options(suite),
    },
    sys.stdout,
)
