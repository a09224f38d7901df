/** Where a packet has the requests that it answers, as they were given. */
export const requestsPath = 'requests/requests.csv';
