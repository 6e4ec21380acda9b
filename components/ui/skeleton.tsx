import { useTranslations } from 'next-intl';
import { StillWaiting } from './still-waiting';

const widths = [
  ['60%', '82%'],
  ['42%', '64%'],
  ['52%', '74%'],
] as const;

/** Rows of the height the real ones have. `table` for dense tables, `feed` for the narrow column; `still` unless another part says it. */
export function SkeletonRows({
  count = 3,
  shape = 'item',
  still = true,
}: {
  count?: number;
  shape?: 'item' | 'table' | 'feed';
  still?: boolean;
}) {
  const t = useTranslations('common');
  const rows = Array.from({ length: count }, (_, index) => widths[index % widths.length] ?? widths[0]);
  return (
    <div role="status" className="waiting">
      <span className="vh">{t('loading')}</span>
      <ul className={shape === 'item' ? 'list' : undefined} aria-hidden="true">
        {rows.map(([first, second], index) => (
          <li key={index} className={shape === 'item' ? 'item' : `sk-${shape}`}>
            {shape === 'item' && <span className="sk sk-cut" />}
            <div>
              <span className="sk" style={{ inlineSize: first }} />
              {shape !== 'table' && <span className="sk sk-second" style={{ inlineSize: second }} />}
            </div>
            {shape === 'item' && <span className="sk sk-button" />}
          </li>
        ))}
      </ul>
      {still && <StillWaiting />}
    </div>
  );
}

/** One bar of text that is not there yet. `size` in rem. */
export function SkeletonLine({ width = '60%', size = 0.875 }: { width?: string; size?: number }) {
  return <span className="sk" aria-hidden="true" style={{ inlineSize: width, blockSize: `${size}rem` }} />;
}
