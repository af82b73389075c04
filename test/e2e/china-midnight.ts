/** The next midnight in China, as the interface says it: in the device's own zone. */
export function nextChinaMidnight(): string {
  const dayMs = 86_400_000;
  const chinaOffsetMs = 8 * 3_600_000;
  const midnight = new Date(Math.ceil((Date.now() + chinaOffsetMs) / dayMs) * dayMs - chinaOffsetMs);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const day = `${twoDigits(midnight.getMonth() + 1)}-${twoDigits(midnight.getDate())}`;
  return `${day} ${twoDigits(midnight.getHours())}:${twoDigits(midnight.getMinutes())}`;
}
