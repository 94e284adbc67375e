import CXMLReader
import Diagnostics
import Glibc

/// Reads the XML of a document piece by piece. Nothing outside the bytes is ever looked at: no entity, no document type,
/// no network. Elements and attributes are known by their namespaces, never by the prefixes that a program chose.
package enum XMLPart {
    /// What comes next in the document. Names are written as the vocabulary of the reading says.
    package enum Event {
        case start(name: String, attributes: Attributes)
        case end(name: String)
        case text(String)
    }

    /// The attributes of the element that begins; they can be asked for during the call only.
    package struct Attributes {
        fileprivate let document: OpaquePointer

        /// The value of an attribute: of no namespace for a bare name, else of the namespace that standards give the prefix
        /// (`w:val`, `r:id`), whatever prefix the document gives it.
        package subscript(name: String) -> String? {
            guard let colon = name.firstIndex(of: ":") else { return value(name, in: nil) }
            let local = String(name[name.index(after: colon)...])
            for address in XMLNamespace.addresses(ofPrefix: String(name[..<colon])) {
                if let value = value(local, in: address) { return value }
            }
            return nil
        }

        private func value(_ name: String, in namespace: String?) -> String? {
            guard showcase_xml_move_to_attribute(document, name, namespace) == 1 else { return nil }
            defer { showcase_xml_move_to_element(document) }
            return showcase_xml_value(document).map { String(cString: $0) }
        }

        /// The prefixes that an attribute without a namespace lists, as standards write those of their namespaces; `nil` for a
        /// namespace that is not known.
        package func standardPrefixes(in name: String) -> [String?] {
            (self[name] ?? "").split(whereSeparator: \.isWhitespace).map { prefix in
                guard let address = showcase_xml_copy_namespace(document, String(prefix)) else { return nil }
                defer { showcase_xml_free(address) }
                return XMLNamespace.prefix(of: String(cString: address))
            }
        }

        /// All attributes: those of a namespace with the prefix that standards give it (`xlink:href`, `xmlns:w`), of one
        /// that is not known with its address in braces.
        package var all: [(name: String, value: String)] {
            defer { showcase_xml_move_to_element(document) }
            var attributes: [(String, String)] = []
            while showcase_xml_move_to_next_attribute(document) == 1 {
                guard let local = showcase_xml_name(document), let value = showcase_xml_value(document) else {
                    continue
                }
                attributes.append((Self.name(String(cString: local), document), String(cString: value)))
            }
            return attributes
        }

        private static func name(_ local: String, _ document: OpaquePointer) -> String {
            guard let address = showcase_xml_namespace(document) else {
                // A prefix that stands for nothing.
                return local.contains(":") ? "{}" + local : local
            }
            let beginning = XMLNamespace.beginning(ofNamesIn: String(cString: address), under: .prefixed)
            // The declaration of the default namespace has no name beside its prefix.
            return beginning == "xmlns:" && local == "xmlns" ? local : beginning + local
        }
    }

    /// Writes names of elements; one document has few namespaces, each at one address of memory.
    private struct ElementNames {
        let vocabulary: XMLVocabulary
        private var known: [(namespace: UnsafePointer<CChar>, beginning: String)] = []

        init(_ vocabulary: XMLVocabulary) { self.vocabulary = vocabulary }

        mutating func name(at document: OpaquePointer) -> String {
            guard let pointer = showcase_xml_name(document) else { return "" }
            let local = String(cString: pointer)
            if case .any = vocabulary { return local.split(separator: ":").last.map(String.init) ?? local }
            guard let namespace = showcase_xml_namespace(document) else { return "{}" + local }
            if let beginning = known.first(where: { $0.namespace == namespace })?.beginning {
                return beginning.isEmpty ? local : beginning + local
            }
            let beginning = XMLNamespace.beginning(ofNamesIn: String(cString: namespace), under: vocabulary)
            known.append((namespace, beginning))
            return beginning + local
        }
    }

    /// - Parameters:
    ///   - vocabulary: how names are written.
    ///   - skipped: elements that are passed over with all that is in them.
    /// - Throws: `DocumentProblem` for XML that is not well formed, or that declares a document type, which neither OOXML
    ///   (ISO/IEC 29500-2, 9.1.1) nor any form needs and every XML bomb does.
    package static func read(
        _ bytes: [UInt8], named name: String, vocabulary: XMLVocabulary, skipping skipped: Set<String> = [],
        visit: (Event) throws -> Void
    ) throws {
        let bytes = try XMLEncoding.utf8(bytes, named: name)
        try refuseUnusual(bytes, name)
        let broken = DocumentProblem.damaged(
            LocalizedText(zh: "“\(name)”不是正确的 XML", en: "“\(name)” is no well-formed XML"))
        try bytes.withUnsafeBytes { buffer in
            guard let start = buffer.bindMemory(to: CChar.self).baseAddress,
                let document = showcase_xml_open(start, Int32(buffer.count))
            else { throw broken }
            defer { showcase_xml_close(document) }
            var names = ElementNames(vocabulary)
            // The depth of the element that is passed over.
            var skippedDepth: Int32?
            while true {
                let state = showcase_xml_read(document)
                guard state >= 0 else { throw broken }
                guard state > 0 else { return }
                let depth = showcase_xml_depth(document)
                if let outer = skippedDepth {
                    if depth == outer, showcase_xml_kind(document) == SHOWCASE_XML_END { skippedDepth = nil }
                } else if try !visitNode(document, &names, skipped, visit) {
                    skippedDepth = depth
                }
            }
        }
    }

    /// Whether XML is data to every program: nothing in it has a meaning of its own to a browser, which runs scripts of pages
    /// and drawings inside of any XML and follows instructions to style sheets.
    ///
    /// - Parameter text: UTF-8.
    package static func isInert(_ text: [UInt8]) -> Bool {
        let body = text.starts(with: "<?xml ".utf8) ? text.dropFirst(6) : text[...]
        guard body.firstRange(of: Array("<?".utf8)) == nil else { return false }
        var isInert = true
        do {
            try read(text, named: "XML", vocabulary: .prefixed) { event in
                guard case .start(let name, _) = event else { return }
                isInert = isInert && (name.hasPrefix("{}") || dataNamespaces.contains { name.hasPrefix("{\($0)}") })
            }
        } catch {
            return false
        }
        return isInert
    }

    /// Formats of places and tracks, which are exchanged as XML.
    private static let dataNamespaces = ["http://www.opengis.net/kml/2.2", "http://www.topografix.com/GPX/1/1"]

    /// - Returns: `false` where an element begins that is passed over.
    private static func visitNode(
        _ document: OpaquePointer, _ names: inout ElementNames, _ skipped: Set<String>, _ visit: (Event) throws -> Void
    ) throws -> Bool {
        switch showcase_xml_kind(document) {
        case SHOWCASE_XML_START:
            let name = names.name(at: document)
            guard skipped.isEmpty || !skipped.contains(name) else { return false }
            try visit(.start(name: name, attributes: Attributes(document: document)))
        case SHOWCASE_XML_EMPTY:
            let name = names.name(at: document)
            guard skipped.isEmpty || !skipped.contains(name) else { return true }
            try visit(.start(name: name, attributes: Attributes(document: document)))
            try visit(.end(name: name))
        case SHOWCASE_XML_END: try visit(.end(name: names.name(at: document)))
        case SHOWCASE_XML_TEXT:
            if let value = showcase_xml_value(document) { try visit(.text(String(cString: value))) }
        default: break
        }
        return true
    }

    /// Refuses document types, and tags that would keep the reader busy.
    private static func refuseUnusual(_ bytes: [UInt8], _ name: String) throws {
        guard !bytes.holds("<!DOCTYPE"), !bytes.holds("<!ENTITY") else {
            throw DocumentProblem.damaged(
                LocalizedText(zh: "“\(name)”带有文档类型声明", en: "“\(name)” declares a document type"))
        }
        switch XMLTags.excess(in: bytes) {
        case .attributes:
            throw DocumentProblem.excessive(
                LocalizedText(zh: "“\(name)”的一个元素属性过多", en: "an element of “\(name)” has too many attributes"))
        case .depth:
            throw DocumentProblem.excessive(LocalizedText(zh: "“\(name)”嵌套过深", en: "“\(name)” is nested too deeply"))
        case nil: break
        }
        guard bytes.count <= Int(Int32.max) else {
            throw DocumentProblem.excessive(LocalizedText(zh: "“\(name)”过大", en: "“\(name)” is too large"))
        }
    }
}

extension [UInt8] {
    /// Whether the bytes of a word, which has at least one, occur.
    func holds(_ word: StaticString) -> Bool {
        withUnsafeBytes { memory in
            var rest = memory[...]
            while rest.count >= word.utf8CodeUnitCount, let start = rest.firstIndex(of: word.utf8Start[0]) {
                rest = rest[start...]
                guard rest.count >= word.utf8CodeUnitCount else { return false }
                let isHere = rest.prefix(word.utf8CodeUnitCount)
                    .elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
                if isHere { return true }
                rest = rest.dropFirst()
            }
            return false
        }
    }
}

/// Switches of OOXML (ISO/IEC 29500-1, 17.17.4): `true`, `1`, `on`, or nothing at all.
package enum XMLSwitch {
    package static func isOn(_ value: String?) -> Bool { value.map { !["0", "false", "off"].contains($0) } ?? true }
}
