export type { Body, Input, Key, Params, Reply, Told } from '../areas/call-route.ts';
export { callAbout, callRoute } from '../areas/call-route.ts';
