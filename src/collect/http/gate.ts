import PQueue from 'p-queue';
import { dayLength } from '../../lib/calendar.ts';
import type { HostHistory } from '../../model/collected.ts';
import { Trouble } from '../trouble.ts';

/** Times in milliseconds; `sleep` waits. Tests have their own. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Lets one request at a time through to a host, and none sooner than its delay after the end of the one before. */
export interface Gate {
  /** Waits for the host's turn and delay, then runs `work`. */
  pass<T>(host: string, work: () => Promise<T>): Promise<T>;
  /** The host wants so many milliseconds between two requests; 0 where it no longer says. */
  setDelay(host: string, delay: number): void;
  /** The host asked not to be asked for so many milliseconds. */
  holdOff(host: string, milliseconds: number): void;
  /** Takes the host out for the rest of the run. */
  close(host: string, why: Trouble): void;
}

export interface GateOptions {
  /** Least time between two requests to a host, in milliseconds. */
  readonly delay: (host: string) => number;
  /**
   * How long a request may wait once it is next, in milliseconds; a host that wants more is left alone in this run.
   */
  readonly longestWait: number;
  readonly clock: Clock;
  /** What earlier runs kept; null for a host never asked. */
  readonly recall: (host: string) => HostHistory | null;
  /** Keeps it for later runs, also for one that follows a kill. */
  readonly remember: (host: string, history: HostHistory) => void;
}

interface HostState {
  readonly queue: PQueue;
  history: HostHistory;
  closed: Trouble | null;
}

/** A host that asks for more than a day is asked again after a day. */
const longestHoldOff = dayLength;

export function openGate({ delay, longestWait, clock, recall, remember }: GateOptions): Gate {
  const hosts = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    const known = hosts.get(host);
    if (known !== undefined) return known;
    const { asked = 0, delay: wanted = 0, notBefore = 0 } = recall(host) ?? {};
    // A clock that was put back must not keep a host closed for ever.
    const now = clock.now();
    const history = {
      asked: Math.min(asked, now),
      delay: Math.max(delay(host), wanted),
      notBefore: notBefore > now + longestHoldOff ? 0 : notBefore,
    };
    const state: HostState = { queue: new PQueue({ concurrency: 1 }), history, closed: null };
    hosts.set(host, state);
    return state;
  };
  const update = (host: string, state: HostState, news: Partial<HostHistory>) => {
    state.history = { ...state.history, ...news };
    remember(host, state.history);
  };

  const waitForTurn = async (host: string, state: HostState) => {
    for (;;) {
      if (state.closed !== null) throw alreadyClosed(state.closed);
      const { asked, delay: wanted, notBefore } = state.history;
      const wait = Math.max(asked + wanted, notBefore) - clock.now();
      if (wait <= 0) return;
      if (wait > longestWait) throw tooLong(host, wait);
      await clock.sleep(wait);
    }
  };

  return {
    pass: async (host, work) => {
      const state = stateOf(host);
      return state.queue.add(async () => {
        await waitForTurn(host, state);
        update(host, state, { asked: clock.now() });
        try {
          return await work();
        } finally {
          update(host, state, { asked: clock.now() });
        }
      });
    },
    setDelay: (host, least) => {
      const state = stateOf(host);
      update(host, state, { delay: Math.max(delay(host), least) });
    },
    holdOff: (host, milliseconds) => {
      const state = stateOf(host);
      update(host, state, {
        notBefore: Math.max(state.history.notBefore, clock.now() + Math.min(milliseconds, longestHoldOff)),
      });
    },
    close: (host, why) => {
      stateOf(host).closed ??= why;
    },
  };
}

/** The same trouble for a request that was not made. */
function alreadyClosed({ code, subject, message }: Trouble): Trouble {
  return new Trouble(code, subject, message, { wholeHost: true, asked: false });
}

function tooLong(host: string, wait: number): Trouble {
  const minutes = Math.ceil(wait / 60_000);
  return new Trouble(
    'host/asks-to-wait',
    host,
    `${host} wants to be left alone for another ${minutes} min. The next run goes on from here.`,
    { wholeHost: true, asked: false },
  );
}
