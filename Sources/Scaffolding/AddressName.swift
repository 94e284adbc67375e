import Content
import Foundation
import Values

/// The part of an address that is made of a title.
package enum AddressName {
    /// A name as a part of an address: as it is where it can be one, else in pinyin; `nil` when nothing is left, and for
    /// a path, of which nobody can say which part was meant.
    package static func slug(of name: String) -> String? {
        guard !Slug.isValid(name) else { return name }
        guard !name.contains(where: { "/\\".contains($0) }) else { return nil }
        let halfWidth = name.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? name
        var slug = Pinyin(texts: [halfWidth]).slug(halfWidth)
        // Of a long name the first words stay.
        while !Slug.isValid(slug), let hyphen = slug.lastIndex(of: "-") { slug = String(slug[..<hyphen]) }
        return Slug.isValid(slug) ? slug : nil
    }

    /// The same of a title of any kind, with a number where it is taken; the kind's own name where nothing is left of it.
    ///
    /// - Parameter isTaken: whether something stands at a path.
    package static func free(of title: String, for kind: DocumentKind, isTaken: (_ path: String) -> Bool) -> String {
        let stem = slug(of: title.replacing("/", with: " ").replacing("\\", with: " ")) ?? kind.rawValue
        var number = 1
        while true {
            let id = number == 1 ? stem : String(stem.prefix(76)) + "-\(number)"
            if !paths(of: id, kind).contains(where: isTaken) { return id }
            number += 1
        }
    }

    /// Where a text of this name may stand.
    package static func paths(of id: String, _ kind: DocumentKind) -> [String] {
        let folder = "content/" + (kind.declaration.folder.map { $0 + "/" } ?? "")
        return ["\(folder)\(id).md", "\(folder)\(id)"]
    }
}
