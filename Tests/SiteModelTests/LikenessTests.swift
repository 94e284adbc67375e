import Testing

@testable import SiteModel

@Suite("Likeness")
struct LikenessTests {
    @Test("the item with most shared facets comes first, then the first in the list")
    func order() {
        let likeness = Likeness(facetsOf: [["a", "b"], ["b"], ["a", "b"], ["c"], ["a"]])
        #expect(likeness.nearest(to: 0, count: 3) == [2, 1, 4])
    }

    @Test("an item without facets is like none")
    func none() {
        let likeness = Likeness(facetsOf: [[], ["a"], ["a"]])
        #expect(likeness.nearest(to: 0, count: 3).isEmpty)
    }

    @Test("what is not wanted is left out")
    func filter() {
        let likeness = Likeness(facetsOf: [["a"], ["a"], ["a"]])
        #expect(likeness.nearest(to: 0, count: 3) { $0 != 1 } == [2])
    }
}
