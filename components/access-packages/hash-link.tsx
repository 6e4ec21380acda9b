'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { myAccessPackageId } from '@/lib/auth/return-to';
import { paths } from '@/lib/paths';

/** My Access's own links carry the package behind a hash (`#/access-packages/<id>`): they lead to the same package here. */
export function HashLink() {
  const router = useRouter();
  useEffect(() => {
    const follow = () => {
      const id = myAccessPackageId(window.location.hash);
      if (id) router.replace(paths.accessPackage(id));
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [router]);
  return null;
}
