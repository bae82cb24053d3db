import { index, type RouteConfig } from "@remix-run/route-config";

const routes: RouteConfig = [index("empty-page.tsx")];
export default routes;
