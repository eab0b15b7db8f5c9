declare module 'mjml' {
  export type MjmlNode = {
    tagName: string;
    attributes?: Record<string, string>;
    /** HTML, of elements that end a branch. */
    content?: string;
    children?: MjmlNode[];
  };
  export default function mjml2html(
    document: MjmlNode,
    options: { fonts: Record<string, string>; keepComments: boolean; validationLevel: 'skip' },
  ): Promise<{ html: string }>;
}
