import CArena
import CCmarkGFM

/// The C library cmark-gfm, wrapped: every call into it stands in this file.
///
/// Only the extensions `table` and `tasklist` are attached. They claim no special character, so the library's global
/// tables stay as they are while texts are parsed and parsing is safe in parallel without a lock; `strikethrough` and
/// `autolink` would edit these tables in every parse. Nodes come from an arena of the thread, never from the library's
/// own, which all threads share.
enum CommonMark {
    /// Parses `bytes`, hands the tree's root to `body` and frees the tree.
    ///
    /// - Parameter repairsEncoding: replaces what is not UTF-8 by U+FFFD. Costs time; valid text does not need it.
    static func withTree<Result>(
        of bytes: UnsafeBufferPointer<UInt8>, repairsEncoding: Bool, _ body: (CommonMarkNode) -> Result
    ) -> Result? {
        // Without SOURCEPOS the lines of what follows a code span over several lines are not counted.
        var options = CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS
        if repairsEncoding { options |= CMARK_OPT_VALIDATE_UTF8 }
        showcase_arena_begin()
        defer { showcase_arena_end() }
        guard let parser = cmark_parser_new_with_mem(options, memory.pointer) else { return nil }
        defer { cmark_parser_free(parser) }
        for attached in extensions.attached {
            cmark_parser_attach_syntax_extension(parser, attached)
        }
        bytes.withMemoryRebound(to: CChar.self) { characters in
            cmark_parser_feed(parser, characters.baseAddress, characters.count)
        }
        guard let root = cmark_parser_finish(parser) else { return nil }
        defer { cmark_node_free(root) }
        return body(CommonMarkNode(root))
    }

    /// Where nodes come from: an arena of the thread. With the library's default, which takes every node and string from
    /// `calloc` and gives each back, a site of 10,000 write-ups loads 7 % slower.
    fileprivate struct Memory: @unchecked Sendable {
        // Never changed after the start.
        let pointer: UnsafeMutablePointer<cmark_mem>
    }

    fileprivate static let memory: Memory = {
        let pointer = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        pointer.initialize(
            to: cmark_mem(
                calloc: showcase_arena_calloc, realloc: showcase_arena_realloc, free: showcase_arena_free))
        return Memory(pointer: pointer)
    }()

    /// The extensions in use and the node types they were given at registration.
    fileprivate struct Extensions: @unchecked Sendable {
        // The pointers refer to values that the library never changes or frees after registration.
        var attached: [OpaquePointer] = []
        var tableType: UInt32 = .max
        var rowType: UInt32 = .max
        var cellType: UInt32 = .max
    }

    /// Registered once: the library's own guard is an unprotected global.
    fileprivate static let extensions: Extensions = {
        cmark_gfm_core_extensions_ensure_registered()
        var result = Extensions()
        let table = cmark_find_syntax_extension("table")
        result.attached = [table, cmark_find_syntax_extension("tasklist")].compactMap { $0 }
        guard let table, let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return result }
        defer { cmark_parser_free(parser) }
        cmark_parser_attach_syntax_extension(parser, table)
        // The types are assigned at run time and not exported: a sample shows them.
        let sample = "|a|\n|-|\n"
        cmark_parser_feed(parser, sample, sample.utf8.count)
        guard let root = cmark_parser_finish(parser) else { return result }
        defer { cmark_node_free(root) }
        if let node = cmark_node_first_child(root), let row = cmark_node_first_child(node),
            let cell = cmark_node_first_child(row)
        {
            result.tableType = cmark_node_get_type(node).rawValue
            result.rowType = cmark_node_get_type(row).rawValue
            result.cellType = cmark_node_get_type(cell).rawValue
        }
        return result
    }()
}

/// A node of a tree made by cmark-gfm. Valid only inside `CommonMark.withTree`.
struct CommonMarkNode: Equatable {
    /// What a node is.
    enum Kind {
        case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
        case footnoteDefinition, table, tableRow, tableCell
        case text, softBreak, hardBreak, code, inlineHTML, emphasis, strong, link, image, footnoteReference
        case other
    }

    private let pointer: OpaquePointer

    fileprivate init(_ pointer: OpaquePointer) { self.pointer = pointer }

    /// What this node is.
    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .hardBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_HTML_INLINE: .inlineHTML
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
        case let type: extensionKind(type.rawValue)
        }
    }

    private func extensionKind(_ type: UInt32) -> Kind {
        let extensions = CommonMark.extensions
        if type == extensions.cellType { return .tableCell }
        if type == extensions.rowType { return .tableRow }
        return type == extensions.tableType ? .table : .other
    }

    var firstChild: CommonMarkNode? { cmark_node_first_child(pointer).map(CommonMarkNode.init) }
    var lastChild: CommonMarkNode? { cmark_node_last_child(pointer).map(CommonMarkNode.init) }
    var next: CommonMarkNode? { cmark_node_next(pointer).map(CommonMarkNode.init) }
    var previous: CommonMarkNode? { cmark_node_previous(pointer).map(CommonMarkNode.init) }
    var parent: CommonMarkNode? { cmark_node_parent(pointer).map(CommonMarkNode.init) }

    /// Line and column of the first and the last byte, counted from 1; 0 where the library does not know.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

    /// Appends the text of a text, code, HTML or footnote node.
    func appendLiteral(to bytes: inout [UInt8]) { Self.append(cmark_node_get_literal(pointer), to: &bytes) }

    /// The text of a text, code, HTML or footnote node.
    var literal: [UInt8] { Self.bytes(of: cmark_node_get_literal(pointer)) }
    /// The destination of a link or an image.
    var destination: [UInt8] { Self.bytes(of: cmark_node_get_url(pointer)) }
    /// The title of a link or an image.
    var title: [UInt8] { Self.bytes(of: cmark_node_get_title(pointer)) }
    /// Whether a code block stands between fences, and is not indented.
    var isFenced: Bool {
        var (length, offset, character): (CInt, CInt, CChar) = (0, 0, 0)
        return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
    }

    /// What follows the opening fence of a code block.
    var fenceInfo: [UInt8] { Self.bytes(of: cmark_node_get_fence_info(pointer)) }

    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }

    /// Whether this item is one of a task list.
    var isTask: Bool {
        guard let name = cmark_node_get_type_string(pointer) else { return false }
        return name[0] == CChar(UInt8(ascii: "t"))
    }
    /// Whether the box of this task is ticked.
    var isCheckedTask: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

    var tableColumns: Int { Int(cmark_gfm_extensions_get_table_columns(pointer)) }
    var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }
    /// The alignment of each column of a table: `l`, `c`, `r` or 0.
    var columnAlignments: [UInt8] {
        guard let alignments = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return Array(UnsafeBufferPointer(start: alignments, count: tableColumns))
    }

    private static func bytes(of string: UnsafePointer<CChar>?) -> [UInt8] {
        var result: [UInt8] = []
        append(string, to: &result)
        return result
    }

    private static func append(_ string: UnsafePointer<CChar>?, to bytes: inout [UInt8]) {
        guard let string else { return }
        let count = strlen(string)
        string.withMemoryRebound(to: UInt8.self, capacity: count) { start in
            bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
        }
    }
}
