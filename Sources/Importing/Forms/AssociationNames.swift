import Content
import Values

/// The associations of a site by their names, however their letters are set.
struct AssociationNames {
    private let entries: [String: AssociationEntry]
    /// With their provinces, for proposals.
    let all: [(name: String, province: Province?)]

    init(_ content: SiteContent) {
        entries = Dictionary(
            content.associations.map { (LabelText.normal($0.name.value), $0) }, uniquingKeysWith: { first, _ in first })
        all = content.associations.map { ($0.name.value, $0.province?.value) }
    }

    func entry(named name: String) -> AssociationEntry? {
        let name = LabelText.normal(name)
        return name.isEmpty ? nil : entries[name]
    }

    /// Whether two names are those of one association.
    func areSame(_ one: String, _ other: String) -> Bool {
        if LabelText.normal(one) == LabelText.normal(other) { return true }
        guard let entry = entry(named: one) else { return false }
        return entry.id.value == self.entry(named: other)?.id.value
    }

    /// The province of an association: as it is listed, else as its name begins.
    func province(ofAssociation name: String) -> Province? {
        entry(named: name)?.province?.value
            ?? PlaceReading.atStart(of: name).flatMap { $0.isCertain ? $0.province : nil }
    }
}
