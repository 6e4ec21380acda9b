'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { paths } from '@/lib/paths';

/** My Access's own links carry the package behind a hash (`#/access-packages/<id>`): they lead to the same package here. */
export function HashLink() {
  const router = useRouter();
  useEffect(() => {
    const follow = () => {
      const id = packageInHash(window.location.hash);
      if (id) router.replace(paths.accessPackage(id));
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [router]);
  return null;
}

/** The package id of a My Access hash, null for any other. */
export function packageInHash(hash: string): string | null {
  const id = /^#\/access-packages\/([^/?&#]+)/i.exec(hash)?.[1];
  if (!id) return null;
  try {
    return decodeURIComponent(id);
  } catch {
    return null;
  }
}
