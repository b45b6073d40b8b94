/** Style sheets that the build extracts. */
declare module "*.css";
