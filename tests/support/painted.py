"""What a widget paints, as text: every piece with the size at which it would stand on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFontInfo, QPaintDevice, QPaintEngine, QTransform

_METRIC = QPaintDevice.PaintDeviceMetric


@dataclass(frozen=True)
class Piece:
    """One run of letters."""

    text: str
    height_px: float


class _Listening(QPaintEngine):
    """Takes everything and keeps the letters."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.pieces: list[Piece] = []
        self._transform = QTransform()

    def begin(self, _device):
        return True

    def end(self):
        return True

    def type(self):
        return QPaintEngine.Type.User

    def updateState(self, state):  # noqa: N802 - Qt's name
        self._transform = QTransform(state.transform())

    def drawTextItem(self, _point, item):  # noqa: N802 - Qt's name
        # Turned words (an axis) have their scale in the other two numbers.
        scale = (abs(self._transform.determinant())) ** 0.5
        self.pieces.append(Piece(item.text(), QFontInfo(item.font()).pixelSize() * scale))

    def drawPixmap(self, *_):  # noqa: N802 - Qt's name
        pass

    drawImage = drawPath = drawPolygon = drawRects = drawLines = drawEllipse = drawPoints = drawPixmap  # noqa: N815


class Paper(QPaintDevice):
    """To paint on instead of a screen; afterwards `pieces` holds what was written."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._engine = _Listening()
        self._metrics = {
            _METRIC.PdmWidth: width,
            _METRIC.PdmHeight: height,
            _METRIC.PdmWidthMM: width // 4,
            _METRIC.PdmHeightMM: height // 4,
            _METRIC.PdmNumColors: 1 << 24,
            _METRIC.PdmDepth: 32,
            _METRIC.PdmDpiX: 96,
            _METRIC.PdmDpiY: 96,
            _METRIC.PdmPhysicalDpiX: 96,
            _METRIC.PdmPhysicalDpiY: 96,
            _METRIC.PdmDevicePixelRatio: 1,
            _METRIC.PdmDevicePixelRatioScaled: 1 << 16,
        }

    def paintEngine(self):  # noqa: N802 - Qt's name
        return self._engine

    def metric(self, metric):
        return self._metrics.get(metric, 0)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(self._engine.pieces)
