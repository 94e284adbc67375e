/// How a part of an Office document refers to another part, or to something outside (ISO/IEC 29500-2, 9.3).
package struct PackageRelationship: Sendable, Hashable {
    package let id: String
    /// What the target is: `worksheet`, `image`, `attachedTemplate` for the types of ISO/IEC 29500-1 in both of their
    /// forms, the whole address for types of others.
    package let kind: String
    /// As it is written: relative to the folder of the part, or an address.
    package let target: String
    /// Whether the target lies outside of the document.
    package let isExternal: Bool

    private static let families = XMLNamespace.addresses(ofPrefix: "r").map { $0 + "/" }

    /// The relationships in the bytes of a part that ends in `.rels`.
    ///
    /// - Throws: `DocumentProblem`.
    package static func read(_ bytes: [UInt8], named part: String) throws -> [PackageRelationship] {
        var found: [PackageRelationship] = []
        try XMLPart.read(bytes, named: part, vocabulary: .relationships) { event in
            guard case .start("Relationship", let attributes) = event, let id = attributes["Id"],
                let target = attributes["Target"]
            else { return }
            let type = attributes["Type"] ?? ""
            let family = families.first { type.hasPrefix($0) }
            found.append(
                PackageRelationship(
                    id: id, kind: family.map { String(type.dropFirst($0.count)) } ?? type, target: target,
                    isExternal: attributes["TargetMode"] == "External"))
        }
        return found
    }

    /// The name of the target among the document's parts; `nil` for one that would lead out of it, or to nothing.
    ///
    /// - Parameter folder: where the part stands that refers to it, without a slash at the end.
    package func part(from folder: String) -> String? {
        var parts: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for part in target.split(separator: "/") where part != "." {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }
}
