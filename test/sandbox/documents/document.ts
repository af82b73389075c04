type DocumentType = 'String' | 'Number' | 'Boolean' | 'Date' | 'String[]' | 'Number[]' | 'Object' | 'Object[]';

/** One row of a document's request table. */
export type DocumentField = {
  name: string;
  type: DocumentType;
  required: boolean;
  /** The rows that the document nests under an Object or Object[]. */
  fields?: readonly DocumentField[];
  /** A String that the document shows holding JSON text. */
  holdsJson?: boolean;
};

export type ApiDocument = { method: string; parameters: readonly DocumentField[] };
