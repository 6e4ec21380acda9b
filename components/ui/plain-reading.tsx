// In the first layer: of two important rules the one of the earlier layer wins, and `[hidden]` is important in the base layer.
const css = `@layer theme{[hidden][id^="S:"]{display:block!important}.page:has(>.waiting){display:none!important}.shell{min-block-size:0!important}}`;

/**
 * Without script the parts that React streams stay hidden at the end of the page, behind skeletons that nobody takes away: then they are
 * shown where they stand, so that everything can be read.
 */
export function PlainReading({ nonce }: { nonce: string }) {
  return (
    <noscript>
      <style nonce={nonce}>{css}</style>
    </noscript>
  );
}
