"""Draws a timeline as SVG: throughput above, latency (logarithmic) below."""

import math

COLUMNS = ("p50", "p95", "p99", "longest")
WIDTH, LEFT, RIGHT, HEIGHT = 960, 70, 20, 200
KINDS = (
    ("answered", "answered", "#2b8a3e"),
    ("refused", "refused (409)", "#4dabf7"),
    ("turnedAway", "429 or 503", "#f08c00"),
    ("broken", "broken", "#e03131"),
    ("notSent", "not sent", "#868e96"),
)
LINES = (("p50", "p50", "#4dabf7"), ("p95", "p95", "#7048e8"), ("p99", "p99", "#c2255c"))


def draw(suite, timeline):
    if not timeline:
        return '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="60"><text x="20" y="35">no samples</text></svg>\n'
    step = timeline[1]["second"] - timeline[0]["second"] if len(timeline) > 1 else 1
    end = max(timeline[-1]["second"], 1)

    def x(second):
        return LEFT + (WIDTH - LEFT - RIGHT) * second / end

    kinds = [kind for kind in KINDS if kind[0] == "answered" or any(point[kind[0]] for point in timeline)]
    most = nice(max(point[name] for point in timeline for name, _, _ in kinds))
    upper, lower = 60, 60 + HEIGHT + 70
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{lower + HEIGHT + 50}" '
        'font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="white"/>',
        text(LEFT, 24, f"{suite}: requests per second ({step} s per point)", 'font-weight="bold"'),
        text(LEFT, lower - 36, "latency in milliseconds, logarithmic", 'font-weight="bold"'),
    ]

    def rate_y(value):
        return upper + HEIGHT * (1 - value / most)

    for i in range(5):
        parts += grid(rate_y(most * i / 4), f"{most * i / 4:,.4g}")
    parts += legend(kinds, upper - 18)
    for name, _, colour in kinds:
        parts += line([[(x(point["second"]), rate_y(point[name])) for point in timeline]], colour)

    values = [point[name] for point in timeline for name, _, _ in LINES if point[name]]
    low = math.floor(math.log10(max(min(values, default=1), 0.1)))
    high = max(low + 1, math.ceil(math.log10(max(values, default=10))))

    def latency_y(value):
        return lower + HEIGHT * (1 - (math.log10(max(value, 10**low)) - low) / (high - low))

    for power in range(low, high + 1):
        parts += grid(latency_y(10**power), f"{10**power:,g}")
    parts += legend(LINES, lower - 18)
    for name, _, colour in LINES:
        parts += line(runs((x(point["second"]), point[name] and latency_y(point[name])) for point in timeline), colour)
    for i in range(7):
        second = end * i / 6
        label = f"{second:.0f} s" if end < 600 else f"{second / 60:.0f} min"
        for bottom in (upper + HEIGHT, lower + HEIGHT):
            parts.append(text(x(second), bottom + 18, label, 'text-anchor="middle" fill="#495057"'))
    return "\n".join([*parts, "</svg>"]) + "\n"


def runs(points):
    """Where nothing was answered there is no latency, and no line either."""
    run = []
    for at, value in points:
        if value is None:
            if run:
                yield run
            run = []
        else:
            run.append((at, value))
    if run:
        yield run


def nice(value):
    """The next round number above."""
    power = 10 ** math.floor(math.log10(max(value, 1)))
    return next(factor * power for factor in (1, 2, 3, 4, 5, 6, 8, 10) if factor * power >= value)


def text(x, y, content, more=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" {more}>{content}</text>'


def grid(y, label):
    return [
        f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#dee2e6"/>',
        text(LEFT - 8, y + 4, label, 'text-anchor="end" fill="#495057"'),
    ]


def legend(entries, y):
    parts = []
    for i, (_, label, colour) in enumerate(entries):
        at = LEFT + 120 * i
        parts.append(f'<line x1="{at}" x2="{at + 18}" y1="{y - 4}" y2="{y - 4}" stroke="{colour}" stroke-width="3"/>')
        parts.append(text(at + 24, y, label))
    return parts


def line(pieces, colour):
    parts = []
    for piece in pieces:
        if len(piece) == 1:
            parts.append(f'<circle cx="{piece[0][0]:.1f}" cy="{piece[0][1]:.1f}" r="2" fill="{colour}"/>')
        else:
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in piece)
            parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
    return parts
