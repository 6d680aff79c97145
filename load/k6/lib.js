// What the suites share: their options, where Daybook is, tokens, carts, calls and their outcomes.
import http from 'k6/http';
import { fail } from 'k6';
import { Rate } from 'k6/metrics';
import encoding from 'k6/encoding';

export const base = (__ENV.BASE_URL || __ENV.DAYBOOK_URL || 'http://localhost:8080').replace(/\/$/, '');

// Three ways in which an answer may be less than what was asked for. A refusal by a business rule (409) is none of them.
export const errors = new Rate('errors'); // neither 2xx nor an expected refusal
export const turnedAway = new Rate('turned_away'); // 429 or 503: the caller is asked to come back
export const broken = new Rate('broken'); // another status, or no answer at all

// 409 is how stock that is gone is told; without this k6 counts it as a failed request.
http.setResponseCallback(http.expectedStatuses({ min: 200, max: 299 }, 409));

export const calls = [
  'place', 'get-order', 'list-orders', 'get-stock', 'list-stock', 'receive', 'reserve', 'release', 'commit',
];

/** An option from the environment: a number when the default is one. */
export function option(name, fallback) {
  const given = __ENV[name];
  if (given === undefined || given === '') {
    return fallback;
  }
  return typeof fallback === 'number' ? Number(given) : given;
}

/** Seconds of a duration such as 90, 30s, 5m, 1h30m. */
export function seconds(duration) {
  if (/^\d+(\.\d+)?$/.test(duration)) {
    return Number(duration);
  }
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(duration)) {
    throw new Error(`not a duration: ${duration}`);
  }
  const units = { ms: 0.001, s: 1, m: 60, h: 3600 };
  let sum = 0;
  for (const [, number, unit] of String(duration).matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    sum += Number(number) * units[unit];
  }
  return sum;
}

/** The options that all suites have; a threshold without conditions only makes k6 keep figures for that call. */
export function suite({ scenarios, thresholds, perCall = calls }) {
  const kept = {};
  for (const call of perCall) {
    kept[`http_req_duration{call:${call},scenario:load}`] = [];
  }
  for (const metric of ['http_req_duration', 'errors', 'turned_away', 'broken']) {
    kept[`${metric}{scenario:load}`] = [];
  }
  // Where nothing was sent, every other condition holds.
  kept['http_reqs{scenario:load}'] = ['count>0'];
  return {
    scenarios,
    thresholds: Object.assign(kept, thresholds),
    summaryTrendStats: ['avg', 'min', 'med', 'p(90)', 'p(95)', 'p(99)', 'max'],
    // No url (one series per id) and no error text (commas); the name stands for the call.
    systemTags: ['status', 'method', 'name', 'scenario', 'error_code', 'check', 'group'],
    discardResponseBodies: true,
    setupTimeout: '3m',
    teardownTimeout: '5m',
  };
}

/**
 * A scenario of requests that arrive by the clock: `duration` at `rate` a second, or `stages` that go up to it. Virtual users are
 * there in advance for answers that take a quarter of a second, and bounded: each one costs memory, and the generator's own garbage
 * collector, which shares the processors, time.
 */
export function arrivals(rate, plan) {
  const most = option('MAX_VUS', Math.max(50, Math.min(rate, 3000)));
  return {
    ...(plan.stages ? { executor: 'ramping-arrival-rate' } : { executor: 'constant-arrival-rate', rate }),
    preAllocatedVUs: Math.min(most, Math.max(50, Math.ceil(rate / 4))),
    maxVUs: most,
    ...plan,
  };
}

export function token(tenant) {
  if (__ENV.TOKEN) {
    return __ENV.TOKEN;
  }
  const answer = http.post(
    `${base}/oauth2/token`,
    { grant_type: 'client_credentials', tenant },
    {
      headers: { Authorization: `Basic ${encoding.b64encode('demo:demo-secret')}` },
      tags: { call: 'token', name: 'token' },
      responseType: 'text',
    },
  );
  if (answer.status !== 200) {
    fail(`no token for tenant ${tenant}: ${answer.status} ${answer.body}`);
  }
  return answer.json('access_token');
}

/** Also for setup, where there is neither a user nor an iteration to take part of it from. */
export function key() {
  const random = () => Math.random().toString(36).slice(2);
  return `k6-${Date.now().toString(36)}-${random()}${random()}`;
}

export function pick(list) {
  return list[Math.floor(Math.random() * list.length)];
}

/** A whole number, both ends included. */
export function between(least, most) {
  return least + Math.floor(Math.random() * (most - least + 1));
}

/** Few articles sell often, many seldom. */
export function popular(list) {
  return list[Math.floor(list.length * Math.random() ** 2)];
}

/** Prices belong to articles, so they follow from the SKU. */
export function price(sku) {
  let hash = 7;
  for (let i = 0; i < sku.length; i += 1) {
    hash = (hash * 31 + sku.charCodeAt(i)) % 9973;
  }
  return (1 + hash / 100).toFixed(2);
}

/** One to five different articles, mostly one or two of each, and up to five. */
export function cart(skus) {
  const chosen = new Set();
  const wanted = Math.min(pick([1, 1, 1, 2, 2, 3, 4, 5]), skus.length);
  while (chosen.size < wanted) {
    chosen.add(popular(skus));
  }
  return Array.from(chosen, (sku) => ({ sku, quantity: pick([1, 1, 1, 2, 2, 3, 4, 5]), unitPrice: price(sku) }));
}

export function order(lines, customerId) {
  return {
    customerId: customerId || `customer-${between(1, 5000)}`,
    currency: 'EUR',
    lines,
    shippingFee: '4.90',
    payment: { method: 'sandbox', token: 'tok_approve' },
  };
}

/** One request, its outcome counted. Of `more`: body, headers, tags, text (keep the body of the answer). */
export function request(shop, call, method, path, more = {}) {
  const headers = { Authorization: `Bearer ${shop.token}` };
  if (method === 'POST') {
    headers['Content-Type'] = 'application/json';
    headers['Idempotency-Key'] = key();
  }
  const tags = Object.assign({ call, name: call }, more.tags);
  const answer = http.request(method, `${base}/api/v1${path}`, more.body ? JSON.stringify(more.body) : null, {
    headers: Object.assign(headers, more.headers),
    tags,
    timeout: '30s',
    responseType: more.text ? 'text' : 'none',
  });
  const { status } = answer;
  const good = (status >= 200 && status < 300) || status === 409;
  const away = status === 429 || status === 503;
  errors.add(!good, tags);
  turnedAway.add(away, tags);
  broken.add(!good && !away, tags);
  return answer;
}

export function place(shop, lines, more = {}) {
  return request(shop, 'place', 'POST', '/orders', Object.assign({ body: order(lines, more.customerId), text: true }, more));
}

export function receive(shop, sku, quantity, more = {}) {
  const body = { quantity, reference: 'k6' };
  return request(shop, 'receive', 'POST', `/inventory/${sku}/main/receive`, Object.assign({ body }, more));
}

/** For `handleSummary`: a few lines for people, and the whole for load/run when it asks for it. */
export function summary(data, judgements = []) {
  const values = (metric) => (data.metrics[metric] || { values: {} }).values;
  const main = values('http_req_duration{scenario:load}');
  const ms = (value) => (value === undefined ? '-' : `${value.toFixed(1)} ms`);
  const lines = [
    `requests ${values('http_reqs{scenario:load}').count || 0}, not sent ${values('dropped_iterations').count || 0}`,
    `p50 ${ms(main.med)}, p95 ${ms(main['p(95)'])}, p99 ${ms(main['p(99)'])}, longest ${ms(main.max)}`,
  ];
  for (const [name, metric] of Object.entries(data.metrics)) {
    for (const [condition, { ok }] of Object.entries(metric.thresholds || {})) {
      lines.push(`${ok ? 'pass' : 'FAIL'}  ${name} ${condition}`);
    }
  }
  for (const { name, ok, detail } of judgements) {
    lines.push(`${ok === null ? 'not judged' : ok ? 'pass' : 'FAIL'}  ${name}: ${detail}`);
  }
  const files = { stderr: `${lines.join('\n')}\n` };
  if (__ENV.SUMMARY) {
    files[__ENV.SUMMARY] = JSON.stringify({ metrics: data.metrics, state: data.state, judgements });
  }
  return files;
}
