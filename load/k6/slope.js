// Whether a series of windows grows. It fails when the growth is both certain (more than two standard errors of the slope)
// and of a size that matters (more than a tenth of the mean, and more than the given noise).

/** The first sixth is left out: a server that has just started is still compiling and filling its caches. */
export function judge(name, series, { unit, noise, doubt }) {
  if (doubt) {
    return { name, ok: null, detail: doubt, series };
  }
  const skipped = Math.ceil(series.length / 6);
  const points = series
    .map((y, x) => ({ x, y }))
    .filter(({ x, y }) => x >= skipped && y !== undefined && !Number.isNaN(y));
  if (points.length < 4) {
    return { name, ok: null, detail: `${points.length} windows with samples are too few`, series };
  }
  const { slope, error, mean, length } = fit(points);
  const growth = slope * length;
  const certain = slope > 2 * error;
  const matters = growth > Math.max(noise, mean / 10);
  const detail =
    `mean ${mean.toFixed(1)} ${unit}, change over the run ${growth.toFixed(1)} ` +
    `± ${(2 * error * length).toFixed(1)} ${unit} over ${points.length} windows`;
  return { name, ok: !(certain && matters), detail, series };
}

/** Least squares. */
function fit(points) {
  const n = points.length;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / n;
  const mean = points.reduce((sum, { y }) => sum + y, 0) / n;
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - mean), 0) / spread;
  const rest = points.reduce((sum, { x, y }) => sum + (y - mean - slope * (x - meanX)) ** 2, 0);
  return { slope, error: Math.sqrt(rest / (n - 2) / spread), mean, length: points[n - 1].x - points[0].x };
}
