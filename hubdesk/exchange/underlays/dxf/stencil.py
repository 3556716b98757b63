"""Blocks of a drawing, each looked through once: what it draws itself, and which blocks it uses where."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ezdxf.document import Drawing
from ezdxf.entities import BlockRecord, Dimension, DXFEntity, DXFGraphic, Insert
from ezdxf.math import Matrix44, Vec3
from ezdxf.protocols import SupportsVirtualEntities

from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.dxf.opening import BROKEN
from hubdesk.exchange.underlays.dxf.outlines import DRAWN, Run, runs_of
from hubdesk.exchange.underlays.dxf.texts import Writing, writings_of
from hubdesk.exchange.underlays.faults import Unfit
from hubdesk.exchange.underlays.limits import MOST_ENTITIES
from hubdesk.exchange.underlays.picture import Place

ON_ITS_USER = "0"
"""The layer on which a block's entities take the layer that the block is put on."""
_VARIANT_OF = "AcDbBlockRepBTag"
_HANDLE = 1005
_TAKEN_APART = {"LEADER", "MLINE", "MULTILEADER"}
_TEXTS = {"TEXT", "MTEXT", "ATTRIB"}
_NOTHING_TO_DRAW = {"POINT", "ATTDEF", "VIEWPORT", "XLINE", "RAY", "LIGHT", "SUN"}


@dataclass(frozen=True, slots=True)
class Use:
    """Places where a block is used: once for each matrix."""

    block: str
    layer: str
    matrices: tuple[Matrix44, ...]


@dataclass(slots=True)
class Stencil:
    """What one block draws itself, by layer, and the blocks that it uses."""

    runs: list[tuple[str, Run]] = field(default_factory=list)
    writings: list[tuple[str, Writing]] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    entities: Counter[str] = field(default_factory=Counter)
    """How many it draws on each layer."""


class Stencils:
    """The stencils of a drawing's blocks, and what had to be left out of them."""

    def __init__(self, document: Drawing, fine: float) -> None:
        self.left_out: Counter[str] = Counter()
        self._document = document
        self._fine = fine
        self._made: dict[str, Stencil] = {}
        self._uses = 0

    def of_model(self) -> Stencil:
        """What the drawing itself holds."""
        return self._made.get("") or self._make("", self._document.modelspace())

    def of_block(self, name: str) -> Stencil:
        """What the block called `name` holds; nothing where there is no such block."""
        key = name.lower()
        if key in self._made:
            return self._made[key]
        if name not in self._document.blocks:
            self.left_out[f"block {name}"] += 1
            return self._made.setdefault(key, Stencil())
        block = self._document.blocks.get(name)
        if block.block is not None and block.block.is_xref:
            self.left_out[f"linked drawing {name}"] += 1
        return self._make(key, block)

    def base(self, name: str) -> Place:
        """The point of a block that is put where it is inserted, in the block's own coordinates."""
        if name not in self._document.blocks:
            return 0.0, 0.0
        base = Vec3(self._document.blocks.get(name).base_point)
        return base.x, base.y

    def called(self, name: str) -> str:
        """A block's name as its user gave it: a variant of a dynamic block (“*U12”) is called as that."""
        if name not in self._document.block_records:
            return name
        record = self._document.block_records.get(name)
        if not record.has_xdata(_VARIANT_OF):
            return name
        handles = [tag.value for tag in record.get_xdata(_VARIANT_OF) if tag.code == _HANDLE]
        original = self._document.entitydb.get(handles[0]) if handles else None
        return str(original.dxf.name) if isinstance(original, BlockRecord) else name

    def _make(self, key: str, entities: Iterable[DXFEntity]) -> Stencil:
        stencil = self._made[key] = Stencil()
        for entity in entities:
            if not (isinstance(entity, DXFGraphic) and entity.dxf.invisible):
                self._add(stencil, entity, None)
        return stencil

    def _add(self, stencil: Stencil, entity: DXFEntity, layer: str | None) -> None:
        kind = entity.dxftype()
        on = layer or entity.dxf.get("layer", ON_ITS_USER)
        try:
            if isinstance(entity, Insert):
                self._use(stencil, entity, on)
            elif isinstance(entity, Dimension):
                stencil.uses.append(Use(entity.dxf.geometry, on, (Matrix44(),)))
            elif kind in DRAWN:
                stencil.runs.extend([(on, run) for run in runs_of(entity, self._fine) if len(run) > 1])
                stencil.entities[on] += 1
            elif kind in _TEXTS:
                stencil.writings.extend((on, writing) for writing in writings_of(entity))
                stencil.entities[on] += 1
            elif kind in _TAKEN_APART and isinstance(entity, SupportsVirtualEntities):
                for part in entity.__virtual_entities__():
                    self._add(stencil, part, on)
            elif kind not in _NOTHING_TO_DRAW:
                self.left_out[kind] += 1
        except BROKEN:
            self.left_out[f"broken {kind}"] += 1

    def _use(self, stencil: Stencil, insert: Insert, layer: str) -> None:
        # A single insert may stand for a thousand million, in rows and columns.
        self._uses += insert.mcount
        if self._uses > MOST_ENTITIES:
            raise Unfit(faults.too_many_things(MOST_ENTITIES))
        inserts = insert.multi_insert() if insert.mcount > 1 else (insert,)
        matrices = tuple(one.matrix44() for one in inserts)
        if not all(math.isfinite(number) for matrix in matrices for number in matrix):
            raise ValueError("a block that is nowhere")
        stencil.uses.append(Use(insert.dxf.name, layer, matrices))
        for attribute in insert.attribs:
            if not attribute.is_invisible:
                stencil.writings.extend((layer, writing) for writing in writings_of(attribute))
