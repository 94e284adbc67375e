import Diagnostics
import SiteModel

/// Puts together what is one mistake of a theme: the same kind of fault, made at the same place of a template, on however
/// many pages.
struct FaultPlaces: Sendable {
    private let site: Site
    private let origins: PageOrigins?

    /// Pages of one kind that are made again to find the place of a fault; the others of the kind have it from there.
    private static let samplesOfKind = 3
    /// Pages that are made again in all. Behind it the places that are known so far stand for the others.
    private static let maximumSamples = 300

    init(site: Site, origins: PageOrigins?) {
        self.site = site
        self.origins = origins
    }

    /// A fault on a page.
    struct Occurrence<Fault: Hashable> {
        let fault: Fault
        let url: String
        let bytes: Range<Int>

        init(of fault: Fault, on url: String, bytes: Range<Int>) {
            self.fault = fault
            self.url = url
            self.bytes = bytes
        }
    }

    /// What is one mistake.
    struct Group<Fault> {
        /// In the order of the pages; at least one.
        fileprivate(set) var faults: [Fault]
        /// In their order, each once; at least one.
        fileprivate(set) var urls: [String]
        /// In a template, or where the content of the page stands; `nil` for pages without either.
        let place: SourceRange?
    }

    private struct GroupKey<Fault: Hashable, Kind: Hashable>: Hashable {
        /// `nil` where a place in a template tells all.
        let fault: Fault?
        let kind: Kind
        let place: SourceRange?
    }

    /// A fault as the pages of one kind have it: the first of its page, the second, …
    private struct SampleKey<Fault: Hashable>: Hashable {
        let fault: Fault
        let template: String
        let number: Int
    }

    private struct NearKey<Kind: Hashable>: Hashable {
        let kind: Kind
        let template: String
    }

    /// - Parameters:
    ///   - occurrences: in the order of the pages.
    ///   - sources: where each page's content stands: what comes from there is told there.
    ///   - kind: what faults at one place have in common when they are one mistake.
    /// - Returns: the mistakes in the order in which they come first.
    func groups<Fault: Hashable, Kind: Hashable>(
        _ occurrences: [Occurrence<Fault>], sources: [String: SourceRange], kind: (Fault) -> Kind
    ) -> [Group<Fault>] {
        var order: [GroupKey<Fault, Kind>] = []
        var groups: [GroupKey<Fault, Kind>: Group<Fault>] = [:]
        for (occurrence, origin) in zip(occurrences, self.origins(of: occurrences, kind: kind)) {
            let source = sources[occurrence.url]
            let isOfTemplate = origin.map { !$0.isOfContent } ?? false
            // What is in the text of a page is a mistake of its own for each fault.
            let key = GroupKey(
                fault: isOfTemplate ? nil : occurrence.fault, kind: kind(occurrence.fault),
                place: isOfTemplate ? origin?.range : source ?? origin?.range)
            if groups[key] == nil {
                order.append(key)
                groups[key] = Group(faults: [], urls: [], place: key.place)
            }
            groups[key]?.faults.append(occurrence.fault)
            if groups[key]?.urls.last != occurrence.url { groups[key]?.urls.append(occurrence.url) }
        }
        return order.compactMap { groups[$0] }
    }

    /// Where each fault comes from.
    private func origins<Fault: Hashable, Kind: Hashable>(
        of occurrences: [Occurrence<Fault>], kind: (Fault) -> Kind
    ) -> [PageOrigins.Origin?] {
        guard let origins else { return occurrences.map { _ in nil } }
        var known: [SampleKey<Fault>: [PageOrigins.Origin?]] = [:]
        var near: [NearKey<Kind>: PageOrigins.Origin] = [:]
        var samples = 0
        var url = ""
        var numbers: [Fault: Int] = [:]
        return occurrences.map { occurrence in
            if occurrence.url != url {
                url = occurrence.url
                numbers.removeAll(keepingCapacity: true)
            }
            let template = site.routes[url]?.kindName ?? ""
            let sample = SampleKey(fault: occurrence.fault, template: template, number: numbers[occurrence.fault] ?? 0)
            numbers[occurrence.fault, default: 0] += 1
            let places = known[sample] ?? []
            let nearKey = NearKey(kind: kind(occurrence.fault), template: template)
            guard places.count < Self.samplesOfKind, samples < Self.maximumSamples else {
                if let first = places.first { return first }
                return near[nearKey]
            }
            samples += 1
            let origin = origins.origin(url, occurrence.bytes.lowerBound, occurrence.bytes.count)
            known[sample] = places + [origin]
            if near[nearKey] == nil { near[nearKey] = origin }
            return origin
        }
    }
}
