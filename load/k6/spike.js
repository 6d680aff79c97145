// A crowd out of nowhere: 0 to RATE requests per second (10000) within RAMP (30s) and back. A probe looks at an order and
// a stock item all the while: BEFORE (10s) the crowd comes it learns what is usual, and from RECOVERY (5s) after the
// crowd has gone it has to be as it was, for AFTER (20s). WARMUP (20s) comes first.
import exec from 'k6/execution';
import { sleep } from 'k6';
import { Counter, Rate, Trend } from 'k6/metrics';
import { arrivals, option, pick, request, seconds, suite, summary } from './lib.js';
import { mixed } from './mix.js';

export { setup, teardown } from './usual.js';

const rate = option('RATE', 10000);
const warmup = seconds(option('WARMUP', '20s'));
const before = seconds(option('BEFORE', '10s'));
const ramp = seconds(option('RAMP', '30s'));
const recovery = seconds(option('RECOVERY', '5s'));
const after = seconds(option('AFTER', '20s'));
const beat = 0.05;

const recovered = new Rate('recovered');
const looks = new Counter('looks');
const probed = new Trend('probe', true);
const usual = []; // of the only user of the probe

export const options = suite({
  scenarios: {
    ...(warmup > 0 && {
      warmup: arrivals(Math.ceil(rate / 40), { duration: `${warmup}s`, gracefulStop: '0s' }),
    }),
    load: arrivals(rate, {
      startTime: `${warmup + before}s`,
      startRate: 0,
      stages: [
        { target: rate, duration: `${ramp}s` },
        { target: 0, duration: `${ramp}s` },
      ],
    }),
    probe: {
      executor: 'constant-vus',
      exec: 'probe',
      startTime: `${warmup}s`,
      vus: 1,
      duration: `${before + 2 * ramp + recovery + after}s`,
    },
  },
  thresholds: {
    'broken{scenario:load}': ['rate==0'],
    recovered: ['rate>0.95'],
    'errors{phase:after}': ['rate==0'],
    'probe{phase:before}': [],
    'probe{phase:during}': [],
    'probe{phase:after}': [],
    'looks{phase:before}': ['count>0'],
    'looks{phase:after}': ['count>0'],
    checks: ['rate==1'],
  },
});

export default function (data) {
  mixed(data);
}

function phase() {
  const elapsed = (Date.now() - exec.scenario.startTime) / 1000;
  if (elapsed < before) {
    return 'before';
  }
  return elapsed < before + 2 * ramp + recovery ? 'during' : 'after';
}

export function probe({ shops }) {
  const shop = pick(shops);
  const tags = { phase: phase() };
  const answer =
    __ITER % 2 === 0
      ? request(shop, 'get-order', 'GET', `/orders/${pick(shop.orders)}`, { tags })
      : request(shop, 'get-stock', 'GET', `/inventory/${pick(shop.skus)}/main`, { tags });
  const took = answer.timings.duration;
  probed.add(took, tags);
  looks.add(1, tags);
  if (tags.phase === 'before') {
    usual.push(took);
  } else if (tags.phase === 'after') {
    const fine = answer.status === 200 && took <= limit();
    // An answer that takes a second stands for all the looks that were due in that second.
    for (let due = 0; due < Math.max(1, took / 1000 / beat); due += 1) {
      recovered.add(fine);
    }
  }
  sleep(Math.max(0, beat - took / 1000));
}

/** Twice what 95 of 100 took before, and never less than 25 ms, which is within the noise of a small machine. */
function limit() {
  usual.sort((a, b) => a - b);
  return Math.max(25, 2 * (usual[Math.floor(usual.length * 0.95)] || 0));
}

export function handleSummary(data) {
  return summary(data);
}
