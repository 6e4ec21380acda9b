/** One set-up that the portal saw going on: its own record, for Graph does not tell when a delivery began. No person is in it. */
export interface DeliveryRow {
  request_id: string;
  access_package_id: string | null;
  kind: 'add' | 'update' | 'removal';
  /** When it began, at the earliest; null where that is not known closely. On Graph's clock, like the others. */
  began_ms: number | null;
  /** When it was first seen going on. */
  seen_ms: number;
  /** What it took; null while it goes on, and where its beginning is not known. */
  took_ms: number | null;
}

export interface DeliveryTables {
  deliveries: DeliveryRow;
}
