/** Holds the directory id of the person for whom something to decide has waited in this browser: whose rail shows the place. Not a right. */
export const approvalsCookie = 'approvals';
