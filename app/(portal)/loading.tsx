import { SkeletonLine, SkeletonRows } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <div className="page">
      <header>
        <SkeletonLine width="22rem" size={2.375} />
      </header>
      <SkeletonRows count={5} />
    </div>
  );
}
