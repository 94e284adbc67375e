/// Which items share most facets.
///
/// For each facet only the items next to the asked one in the list are looked at, so that the cost stays linear for
/// sites where thousands share a facet; the list is sorted by time, so these are the ones nearest in time.
struct Likeness<Facet: Hashable> {
    private let facetsOf: [[Facet]]
    private let itemsOf: [Facet: [Int]]
    private static var neighboursPerFacet: Int { 24 }

    /// - Parameter facetsOf: the facets of each item; an item without any is like none.
    init(facetsOf: [[Facet]]) {
        var itemsOf: [Facet: [Int]] = [:]
        for (item, facets) in facetsOf.enumerated() {
            for facet in facets { itemsOf[facet, default: []].append(item) }
        }
        self.facetsOf = facetsOf
        self.itemsOf = itemsOf
    }

    /// At most `count` items that share facets with `item`, the most alike first, of equal ones the first in the list.
    func nearest(to item: Int, count: Int, where isWanted: (Int) -> Bool = { _ in true }) -> [Int] {
        var others: [Int] = []
        for facet in facetsOf[item] {
            guard let items = itemsOf[facet] else { continue }
            let position = Self.position(of: item, in: items)
            let lower = max(0, position - Self.neighboursPerFacet)
            let upper = min(items.count, position + Self.neighboursPerFacet + 1)
            for other in items[lower..<upper] where other != item && isWanted(other) { others.append(other) }
        }
        // Sorted, an item stands as often in a row as it shares facets.
        others.sort()
        var nearest: [(item: Int, shared: Int)] = []
        var start = 0
        while start < others.count {
            var end = start + 1
            while end < others.count, others[end] == others[start] { end += 1 }
            // Behind those that share as much: they come first in the list.
            let place = nearest.firstIndex { $0.shared < end - start } ?? nearest.count
            if place < count {
                nearest.insert((others[start], end - start), at: place)
                if nearest.count > count { nearest.removeLast() }
            }
            start = end
        }
        return nearest.map(\.item)
    }

    /// The position of a value in an ascending list that holds it.
    private static func position(of value: Int, in list: [Int]) -> Int {
        var lower = 0
        var upper = list.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if list[middle] < value { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }
}
