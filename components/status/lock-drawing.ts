/** How far one pin is: set behind the key, lifted now, waiting, refused, or left where the request stopped. */
export type PinState = 'set' | 'now' | 'next' | 'no' | 'over';

export interface LockShape {
  /** Width of the drawing's box; height is 92 from y = 6. */
  width: number;
  /** How far the key's blade and the door reach beyond the box. */
  bleed: number;
  /** x of each pin's middle. */
  pins: number[];
  /** The key, cut to the pins it has passed. */
  key: string;
  /** End of the line of light along the key's belly. */
  gleam: number;
}

const firstPin = 14;

/** Where the pins stand and how the key is cut (look: the lock). `wide` is the desk's drawing, else the phone's. */
export function lockShape(states: readonly PinState[], wide: boolean): LockShape {
  const width = wide ? 1064 : 350;
  const bleed = wide ? 72 : 20;
  const count = Math.max(states.length, 1);
  const step = wide && count === 3 ? 384 : width / count;
  const pins = states.map((_, index) => firstPin + index * step);
  const reached = Math.max(
    states.findLastIndex((state) => state !== 'next'),
    0,
  );
  const notches = states.slice(0, reached + 1).map((state, index) => {
    const x = pins[index] ?? firstPin;
    if (state !== 'set' && state !== 'now') return '';
    const y = state === 'set' ? 81 : 73;
    return `L${x - 26} 64L${x - 11} ${y}L${x + 11} ${y}L${x + 26} 64`;
  });
  const end = pins[reached] ?? firstPin;
  return {
    width,
    bleed,
    pins,
    key: `M${-bleed} 64${notches.join('')}L${end + 40} 64L${end + 64} 86L${end + 54} 96L${-bleed} 96Z`,
    gleam: end + 44,
  };
}

interface Bar {
  y: number;
  height: number;
  fill: string;
}

/** Upper (driver) and lower (key) bar of a pin; a waiting pin's lower bar is an outline. */
export const pinBars: Record<PinState, { driver: Bar; key: Bar | null }> = {
  set: { driver: { y: 22, height: 24.5, fill: 'var(--over-solid)' }, key: { y: 49.5, height: 31, fill: 'var(--open-solid)' } },
  now: { driver: { y: 12, height: 24.5, fill: 'var(--over-solid)' }, key: { y: 39.5, height: 33, fill: 'var(--wait-solid)' } },
  no: { driver: { y: 8, height: 19.5, fill: 'var(--over-solid)' }, key: { y: 30.5, height: 33, fill: 'var(--stop-solid)' } },
  over: { driver: { y: 8, height: 19.5, fill: 'var(--over-solid)' }, key: { y: 30.5, height: 33, fill: 'var(--over-solid)' } },
  next: { driver: { y: 32, height: 24.5, fill: 'var(--over-solid)' }, key: null },
};
