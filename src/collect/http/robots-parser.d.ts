/** What we use of the library; its own types describe another way of exporting than it has. */
declare module 'robots-parser' {
  interface Robots {
    /** Undefined where the address is of another origin. */
    isAllowed(address: string, product: string): boolean | undefined;
    getCrawlDelay(product: string): number | undefined;
  }
  export default function robotsParser(address: string, contents: string): Robots;
}
