/**
 * The pace of one account, kept in Redis in one hash and two lists, by the clock of Redis: the processes' own differ.
 * Times are milliseconds with a fraction. Everything lapses by itself when nobody sends.
 *
 * KEYS[1] the hash, KEYS[2] when the last ones left (as many as a window takes).
 * `take`: a place for one of `lane`; answers `go` (after so long), `wait` (ask again after so long) or `held`.
 * `left`: so many went without asking; they count all the same. `late`: one took its place later than it had it.
 * `hold`: the platform asks for a pause. `probed`: the one that went first after it came back well.
 * Every answer ends with how long the pause still is, and how long replies are held to the limits.
 */
export const PACE_SCRIPT = `
local clock = redis.call('TIME')
local now = clock[1] * 1000 + clock[2] / 1000
local what, me = ARGV[1], ARGV[2]
local function get(field) return tonumber(redis.call('HGET', KEYS[1], field) or 0) end
local function set(field, value) redis.call('HSET', KEYS[1], field, string.format('%.3f', value)) end
local function answer(word, ms)
  redis.call('PEXPIRE', KEYS[1], 1800000)
  return { word, string.format('%.3f', ms), string.format('%.3f', math.max(0, get('held') - now)),
    string.format('%.3f', math.max(0, get('strict') - now)), string.format('%.3f', now + ms) }
end
local function counted(at, messages, window)
  redis.call('RPUSH', KEYS[2], string.format('%.3f', at))
  redis.call('LTRIM', KEYS[2], -messages, -1)
  redis.call('PEXPIRE', KEYS[2], math.ceil(window) + 1000)
  set('last', math.max(at, get('last')))
end

if what == 'hold' then
  set('held', math.max(get('held'), now + tonumber(ARGV[3])))
  set('strict', get('held') + tonumber(ARGV[4]))
  redis.call('HSET', KEYS[1], 'probe', 'due')
  redis.call('PUBLISH', KEYS[1], get('held') - now)
  return answer('held', get('held') - now)
end
if what == 'probed' then
  if redis.call('HGET', KEYS[1], 'probe') == me then redis.call('HDEL', KEYS[1], 'probe') end
  return answer('go', 0)
end

local messages, window = tonumber(ARGV[3]), tonumber(ARGV[4])
if what == 'left' then
  for _ = 1, tonumber(ARGV[5]) do counted(now, messages, window) end
  return answer('go', 0)
end
if what == 'late' then
  redis.call('LREM', KEYS[2], -1, ARGV[5])
  counted(now, messages, window)
  return answer('go', 0)
end

local lane, ahead = tonumber(ARGV[5]), tonumber(ARGV[6])
local held = get('held') - now
if held > 0 then return answer('held', held) end
local probe = redis.call('HGET', KEYS[1], 'probe')
if probe and probe ~= 'due' and get('probeUntil') > now then return answer('wait', 20) end

local gap = window / messages
for higher = 1, lane - 1 do
  if get('want' .. higher) > now then return answer('wait', gap) end
end
local first = math.max(now, get('last') + gap)
if redis.call('LLEN', KEYS[2]) >= messages then
  first = math.max(first, tonumber(redis.call('LINDEX', KEYS[2], 0)) + window)
end
if first - now > ahead then
  set('want' .. lane, first + gap)
  return answer('wait', first - now - ahead)
end
redis.call('HDEL', KEYS[1], 'want' .. lane)
if probe then
  redis.call('HSET', KEYS[1], 'probe', me)
  set('probeUntil', now + 60000)
end
counted(first, messages, window)
return answer(probe and 'first' or 'go', first - now)
`;

/** At most so many to one person within a window. KEYS[1] theirs; ARGV messages, window. Answers how long to wait; 0: counted. */
export const PERSON_SCRIPT = `
local clock = redis.call('TIME')
local now = clock[1] * 1000 + clock[2] / 1000
local messages, window = tonumber(ARGV[1]), tonumber(ARGV[2])
if ARGV[3] ~= 'left' and redis.call('LLEN', KEYS[1]) >= messages then
  local free = tonumber(redis.call('LINDEX', KEYS[1], -messages)) + window
  if free > now then return string.format('%.3f', free - now) end
end
redis.call('RPUSH', KEYS[1], string.format('%.3f', now))
redis.call('LTRIM', KEYS[1], -messages, -1)
redis.call('PEXPIRE', KEYS[1], math.ceil(window) + 1000)
return '0'
`;
