"""XML of a document → its tree, with nothing fetched and nothing expanded."""

from lxml import etree

from corpus.readers.raw import UnreadableError


def local(tag: str) -> str:
    """The name of an element or attribute without its namespace; damaged ones are names too."""
    return tag.rpartition("}")[2]


def parsed(data: bytes, *, encoding: str | None = None) -> etree._Element:
    """The root element of an XML document, mended where it is damaged.

    Entities are left out, no document type is loaded, and depth is limited to libxml2's 256.
    `encoding` wins over what the document declares.
    Raises `UnreadableError` where nothing can be made of it.
    """
    parser = etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError("damaged: its XML cannot be read") from error
    if root is None:
        raise UnreadableError("damaged: its XML cannot be read")
    etree.strip_elements(root, etree.Entity, with_tail=False)
    return root
